package dev.plumbline.model.wire;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.io.SerializedString;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.deser.ResolvableDeserializer;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.type.TypeFactory;
import java.io.IOException;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Reads a record whose fields mostly stand in the order of its components, as our encoder writes them: the
/// next name is compared with the bytes that are expected there, and only where it differs is it looked up.
/// In any other order it reads the same, more slowly.
///
/// A component without `@Nullable` must be there and not be null, except that a list or map that is not
/// there is empty. What comes twice is refused.
final class RecordReader extends StdDeserializer<Object> implements ResolvableDeserializer {
    private static final long serialVersionUID = 1;
    private static final MethodType FROM_VALUES = MethodType.methodType(Object.class, Object[].class);
    private static final int END = -1;
    private static final int UNKNOWN = -2;

    private final transient Part[] parts;
    private final transient Map<String, Integer> places = new HashMap<>();
    private final transient MethodHandle constructor;

    private record Part(
            String name,
            SerializableString expected,
            JavaType type,
            boolean needed,
            boolean container,
            @Nullable JsonDeserializer<Object> reader) {
        Part with(JsonDeserializer<Object> found) {
            return new Part(name, expected, type, needed, container, found);
        }

        JsonDeserializer<Object> resolved() {
            return Objects.requireNonNull(reader, "A reader of records is resolved before it reads.");
        }
    }

    RecordReader(JavaType type, TypeFactory types) {
        super(type);
        var components = type.getRawClass().getRecordComponents();
        this.constructor = constructor(type.getRawClass(), components);
        this.parts = new Part[components.length];
        for (int i = 0; i < components.length; i++) {
            parts[i] = part(components[i], types);
            places.put(components[i].getName(), i);
        }
    }

    private static Part part(RecordComponent component, TypeFactory types) {
        var raw = component.getType();
        return new Part(
                component.getName(),
                new SerializedString(component.getName()),
                types.constructType(component.getGenericType()),
                !component.getAnnotatedType().isAnnotationPresent(Nullable.class),
                Collection.class.isAssignableFrom(raw) || Map.class.isAssignableFrom(raw),
                null);
    }

    private static MethodHandle constructor(Class<?> type, RecordComponent[] components) {
        try {
            var types = Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
            return MethodHandles.publicLookup()
                    .findConstructor(type, MethodType.methodType(void.class, types))
                    .asSpreader(Object[].class, types.length)
                    .asType(FROM_VALUES);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("A record of the log is public: " + type, e);
        }
    }

    @Override
    public void resolve(DeserializationContext context) throws JsonMappingException {
        for (int i = 0; i < parts.length; i++) {
            parts[i] = parts[i].with(context.findRootValueDeserializer(parts[i].type()));
        }
    }

    @Override
    public Object deserialize(JsonParser json, DeserializationContext context) throws IOException {
        @Nullable Object[] values = new @Nullable Object[parts.length];
        int next = 0;
        int place;
        if (json.hasToken(JsonToken.FIELD_NAME)) {
            // behind the name of a case
            place = placeOf(json.currentName());
        } else if (json.hasToken(JsonToken.START_OBJECT)) {
            place = next(json, next);
        } else if (json.hasToken(JsonToken.END_OBJECT)) {
            place = END;
        } else {
            return context.handleUnexpectedToken(handledType(), json);
        }
        while (place != END) {
            json.nextToken();
            if (place == UNKNOWN) {
                json.skipChildren();
            } else {
                if (values[place] != null) {
                    return context.reportInputMismatch(this, "The property '%s' comes twice", parts[place].name());
                }
                values[place] = value(json, context, parts[place]);
                next = place + 1;
            }
            place = next(json, next);
        }
        return made(values, context);
    }

    /// {@return the place of the component that comes next in the bytes}
    private int next(JsonParser json, int expected) throws IOException {
        if (expected < parts.length) {
            if (json.nextFieldName(parts[expected].expected())) {
                return expected;
            }
        } else {
            json.nextToken();
        }
        return json.hasToken(JsonToken.FIELD_NAME) ? placeOf(json.currentName()) : END;
    }

    private int placeOf(String name) {
        return places.getOrDefault(name, UNKNOWN);
    }

    private static @Nullable Object value(JsonParser json, DeserializationContext context, Part part)
            throws IOException {
        var token = json.currentToken();
        if (token == JsonToken.VALUE_NULL) {
            return null;
        }
        var raw = part.type().getRawClass();
        if (token == JsonToken.VALUE_STRING && raw == String.class) {
            return json.getText();
        }
        if (token == JsonToken.VALUE_NUMBER_INT) {
            if (raw == int.class) {
                return json.getIntValue();
            }
            if (raw == long.class) {
                return json.getLongValue();
            }
        }
        return part.resolved().deserialize(json, context);
    }

    private Object made(@Nullable Object[] values, DeserializationContext context) throws IOException {
        for (int i = 0; i < values.length; i++) {
            if (values[i] == null && parts[i].needed()) {
                values[i] = instead(parts[i], context);
            }
        }
        try {
            return (Object) constructor.invokeExact(values);
        } catch (IOException | Error e) {
            throw e;
        } catch (Throwable e) { // boundary: what a constructor refuses is the fault of the bytes
            return context.handleInstantiationProblem(handledType(), null, e);
        }
    }

    private @Nullable Object instead(Part part, DeserializationContext context) throws IOException {
        return part.container()
                ? part.resolved().getEmptyValue(context)
                : context.reportInputMismatch(this, "Missing required property '%s'", part.name());
    }
}
