package dev.plumbline.analyzer.publish;

import dev.plumbline.model.evidence.Digest;
import dev.plumbline.model.standard.BindingPublished;
import dev.plumbline.model.standard.StandardPublished;
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
            return "standard:" + published.standard().id() + ":"
                    + published.standard().version();
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
            return "binding:" + published.binding().id() + ":"
                    + published.binding().revision();
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
