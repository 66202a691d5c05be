package dev.plumbline.collect.python;

import java.util.List;

/// A function that answers requests.
///
/// @param types names in the annotations of its parameters and result
record RouteNote(String path, int line, String name, List<String> types) {}
