package dev.plumbline.model.wire;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.Module;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.AnnotatedField;
import com.fasterxml.jackson.databind.introspect.AnnotatedMember;
import com.fasterxml.jackson.databind.introspect.AnnotatedMethod;
import com.fasterxml.jackson.databind.introspect.AnnotatedParameter;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.lang.reflect.AnnotatedType;
import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The one configuration of Jackson for the log. What a record declares without `@Nullable` must be there
/// when it is read: a later field is therefore nullable, and old records stay readable.
final class Json {
    private static final JsonInclude.Value NON_EMPTY =
            JsonInclude.Value.construct(JsonInclude.Include.NON_EMPTY, JsonInclude.Include.ALWAYS);

    static final ObjectMapper MAPPER = mapper(new RecordReaders());

    private Json() {}

    static ObjectMapper mapper(Module... more) {
        return JsonMapper.builder(factory())
                .addModule(new JavaTimeModule())
                .addModules(more)
                .addModule(new PlainForms())
                .annotationIntrospector(new RecordDeclarations())
                .defaultPropertyInclusion(
                        JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.ALWAYS))
                .disable(
                        SerializationFeature.WRITE_DATES_AS_TIMESTAMPS,
                        SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
                .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .enable(
                        DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES,
                        DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .disable(MapperFeature.AUTO_DETECT_IS_GETTERS)
                .build();
    }

    private static JsonFactory factory() {
        return JsonFactory.builder()
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(64)
                        .maxNumberLength(32)
                        .maxStringLength(Topic.MAX_RECORD_BYTES)
                        .maxDocumentLength(8L * Topic.MAX_RECORD_BYTES)
                        .build())
                .build();
    }

    /// Reads the declarations of our records: a component without `@Nullable` must be there, except that a
    /// list or map that is not there is empty; an empty one is not written.
    private static final class RecordDeclarations extends JacksonAnnotationIntrospector {
        private static final long serialVersionUID = 1;

        @Override
        public @Nullable Boolean hasRequiredMarker(AnnotatedMember member) {
            AnnotatedType type = componentType(member);
            return type == null
                    ? super.hasRequiredMarker(member)
                    : Boolean.valueOf(!nullable(type) && !container(member));
        }

        @Override
        public JsonSetter.Value findSetterInfo(Annotated member) {
            AnnotatedType type = componentType(member);
            return type != null && !nullable(type) && container(member)
                    ? JsonSetter.Value.forValueNulls(Nulls.AS_EMPTY)
                    : super.findSetterInfo(member);
        }

        @Override
        public JsonInclude.Value findPropertyInclusion(Annotated member) {
            return container(member) && !nullable(declaredType(member))
                    ? NON_EMPTY
                    : super.findPropertyInclusion(member);
        }

        private static @Nullable AnnotatedType componentType(Annotated member) {
            if (!(member instanceof AnnotatedParameter parameter)) {
                return null;
            }
            var components = parameter.getDeclaringClass().getRecordComponents();
            return components == null ? null : components[parameter.getIndex()].getAnnotatedType();
        }

        private static @Nullable AnnotatedType declaredType(Annotated member) {
            return switch (member) {
                case AnnotatedField field -> field.getAnnotated().getAnnotatedType();
                case AnnotatedMethod method -> method.getAnnotated().getAnnotatedReturnType();
                default -> null;
            };
        }

        private static boolean nullable(@Nullable AnnotatedType type) {
            return type == null || type.isAnnotationPresent(Nullable.class);
        }

        private static boolean container(Annotated member) {
            return Collection.class.isAssignableFrom(member.getRawType())
                    || Map.class.isAssignableFrom(member.getRawType());
        }
    }
}
