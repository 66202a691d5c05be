package dev.plumbline.standalone.topics;

import dev.plumbline.model.wire.TopicManifest;

/// One thing in which a cluster is not as the manifest wants it.
public sealed interface Difference {
    String topic();

    String sentence();

    /// The topic is not there; it can be made.
    record Absent(TopicManifest.Entry entry) implements Difference {
        @Override
        public String topic() {
            return entry.name();
        }

        @Override
        public String sentence() {
            return "topic " + entry.name() + " does not exist";
        }
    }

    /// The topic is there with another setting. Only its owner can decide what to do about it.
    record Drifted(String topic, String setting, String found, String expected) implements Difference {
        @Override
        public String sentence() {
            return "topic " + topic + " has " + setting + " " + found + ", expected " + expected;
        }
    }
}
