package dev.plumbline.analyzer.publish;

import dev.plumbline.model.evidence.Digest;
import dev.plumbline.model.standard.BindingPublished;
import dev.plumbline.model.standard.StandardId;
import dev.plumbline.model.standard.StandardPublished;
import dev.plumbline.model.standard.Version;
import dev.plumbline.model.wire.Codec;
import dev.plumbline.model.wire.Envelope;
import dev.plumbline.model.wire.EventType;
import java.time.Instant;
import java.util.Map;

/// A standard or binding as it goes onto the log.
sealed interface Publication {
    String SOURCE = "/plumbline/analyzer";

    /// The digest of what it says, without when and by whom.
    Digest digest();

    String key();

    byte[] value();

    EventType type();

    Instant publishedAt();

    record OfStandard(StandardPublished published) implements Publication {
        @Override
        public Digest digest() {
            return published.digest();
        }

        @Override
        public String key() {
            return key(published.standard().id(), published.standard().version());
        }

        static String key(StandardId id, Version version) {
            return "standard:" + id + ":" + version;
        }

        @Override
        public byte[] value() {
            return Codec.STANDARD_PUBLISHED.encode(published);
        }

        @Override
        public EventType type() {
            return EventType.STANDARD_PUBLISHED;
        }

        @Override
        public Instant publishedAt() {
            return published.publishedAt();
        }
    }

    record OfBinding(BindingPublished published) implements Publication {
        @Override
        public Digest digest() {
            return published.digest();
        }

        @Override
        public String key() {
            return key(published.binding().id(), published.binding().revision());
        }

        static String key(String id, int revision) {
            return of(id) + revision;
        }

        /// {@return the revision that a key names; 0 where it names another binding}
        static int revision(String key, String id) {
            String rest = key.startsWith(of(id)) ? key.substring(of(id).length()) : "";
            return rest.matches("[0-9]{1,9}") ? Integer.parseInt(rest) : 0;
        }

        private static String of(String id) {
            return "binding:" + id + ":";
        }

        @Override
        public byte[] value() {
            return Codec.BINDING_PUBLISHED.encode(published);
        }

        @Override
        public EventType type() {
            return EventType.BINDING_PUBLISHED;
        }

        @Override
        public Instant publishedAt() {
            return published.publishedAt();
        }
    }

    default Envelope envelope() {
        return new Envelope(key(), type(), SOURCE, key(), publishedAt(), publishedAt(), Map.of());
    }
}
