package dev.plumbline.collect.python;

/// A name at a place, with what is said there.
record Mark(String path, int line, String name, String value) {}
