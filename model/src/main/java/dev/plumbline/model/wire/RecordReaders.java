package dev.plumbline.model.wire;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.DeserializationConfig;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.deser.Deserializers;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.datatype.jsr310.deser.InstantDeserializer;
import dev.plumbline.model.build.Build;
import dev.plumbline.model.evidence.Evidence;
import java.io.IOException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Own readers for the records that every upload consists of: the analyzer reads each of them once.
final class RecordReaders extends SimpleModule {
    private static final long serialVersionUID = 1;

    RecordReaders() {
        super("plumbline-records");
        addDeserializer(Instant.class, new InstantReader());
    }

    @Override
    public void setupModule(SetupContext context) {
        super.setupModule(context);
        context.addDeserializers(new OfUploads());
    }

    private static final class OfUploads extends Deserializers.Base {
        @Override
        public @Nullable JsonDeserializer<?> findBeanDeserializer(
                JavaType type, DeserializationConfig config, BeanDescription description) {
            var raw = type.getRawClass();
            return raw.isRecord() && ofUploads(raw.getPackageName())
                    ? new RecordReader(type, config.getTypeFactory())
                    : null;
        }

        private static boolean ofUploads(String name) {
            return name.equals(Evidence.class.getPackageName()) || name.equals(Build.class.getPackageName());
        }
    }

    /// Our own form of an instant, `2026-11-01T10:00:00Z` with or without a fraction, is read by its
    /// digits; any other is left to the library.
    private static final class InstantReader extends JsonDeserializer<Instant> {
        @Override
        public Instant deserialize(JsonParser json, DeserializationContext context) throws IOException {
            if (json.hasToken(JsonToken.VALUE_STRING)) {
                var read = Instants.read(json.getText());
                if (read != null) {
                    return read;
                }
            }
            return InstantDeserializer.INSTANT.deserialize(json, context);
        }
    }
}
