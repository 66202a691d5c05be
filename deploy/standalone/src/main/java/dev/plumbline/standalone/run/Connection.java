package dev.plumbline.standalone.run;

import dev.plumbline.model.wire.TopicManifest;
import java.util.Map;

/// The log that services work on.
///
/// @param kafka settings of every client, `bootstrap.servers` among them
/// @param embedded whether its broker is in this process
record Connection(Map<String, String> kafka, TopicManifest topics, boolean embedded) {}
