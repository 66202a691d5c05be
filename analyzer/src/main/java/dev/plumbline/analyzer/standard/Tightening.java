package dev.plumbline.analyzer.standard;

import dev.plumbline.model.standard.Parameter;
import dev.plumbline.model.standard.Parameter.Value;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Moves a parameter in its declared direction and never back.
public final class Tightening {
    private Tightening() {}

    /// Whether a parameter may take a value: it is as strict as its own, or stricter.
    public static boolean allows(Parameter parameter, Value wanted) {
        return problem(parameter, wanted) == null;
    }

    /// {@return the parameter with another value of its type; with the value as it is where the types do not agree}
    public static Parameter set(Parameter parameter, Value wanted) {
        var value = fitted(parameter.value(), wanted);
        return new Parameter(parameter.name(), value == null ? wanted : value, parameter.direction());
    }

    /// {@return the parameter with the stricter of its own and the wanted value; as it was where the two cannot be
    /// compared or the wanted one is looser}
    static Parameter tightened(Parameter parameter, Value wanted) {
        var value = fitted(parameter.value(), wanted);
        if (value == null || problem(parameter, wanted) != null) {
            return parameter;
        }
        return new Parameter(parameter.name(), value, parameter.direction());
    }

    /// {@return the stricter of two wanted values}
    static Value strictest(Parameter parameter, Value one, Value other) {
        var first = tightened(parameter, one);
        return switch (parameter.direction()) {
            case FIXED -> parameter.value();
            case HIGHER, LOWER -> tightened(first, other).value();
            case SUPERSET -> union(first.value(), tightened(parameter, other).value());
        };
    }

    /// {@return why a binding may not set the parameter to this value; null where it may}
    static @Nullable String problem(Parameter parameter, Value wanted) {
        var value = fitted(parameter.value(), wanted);
        if (value == null) {
            return "parameter " + parameter.name() + " is a "
                    + Values.type(parameter.value()).name() + " such as " + Values.of(parameter.value()) + ", and "
                    + Values.of(wanted) + " is not.";
        }
        boolean fine = switch (parameter.direction()) {
            case FIXED -> value.equals(parameter.value());
            case HIGHER -> compare(value, parameter.value()) >= 0;
            case LOWER -> compare(value, parameter.value()) <= 0;
            case SUPERSET -> texts(value).containsAll(texts(parameter.value()));
        };
        return fine
                ? null
                : "a binding may only tighten: " + parameter.name() + " is " + Values.of(parameter.value())
                        + " and may " + mayBe(parameter) + ", not become " + Values.of(value) + ".";
    }

    /// {@return why a standard may not declare such a parameter; null where it may}
    static @Nullable String problem(Parameter parameter) {
        boolean fits = switch (parameter.direction()) {
            case FIXED -> true;
            case HIGHER, LOWER ->
                parameter.value() instanceof Value.Fraction
                        || parameter.value() instanceof Value.Whole
                        || parameter.value() instanceof Value.Span;
            case SUPERSET -> parameter.value() instanceof Value.Texts;
        };
        return fits
                ? null
                : "parameter " + parameter.name() + " is a "
                        + Values.type(parameter.value()).name() + " and cannot move "
                        + parameter.direction().name().toLowerCase(java.util.Locale.ROOT) + ".";
    }

    private static String mayBe(Parameter parameter) {
        return switch (parameter.direction()) {
            case FIXED -> "not be changed";
            case HIGHER -> "only grow";
            case LOWER -> "only shrink";
            case SUPERSET -> "only gain entries";
        };
    }

    /// A file cannot tell 1 from 1.0, nor a duration from a text.
    private static @Nullable Value fitted(Value own, Value wanted) {
        if (own.getClass() == wanted.getClass()) {
            return wanted;
        }
        if (own instanceof Value.Fraction && wanted instanceof Value.Whole whole) {
            return new Value.Fraction(whole.value());
        }
        if (own instanceof Value.Span && wanted instanceof Value.Text text) {
            try {
                return new Value.Span(Duration.parse(text.value()));
            } catch (DateTimeParseException e) {
                return null;
            }
        }
        return null;
    }

    private static int compare(Value one, Value other) {
        return switch (one) {
            case Value.Fraction it
            when other instanceof Value.Fraction that -> Double.compare(it.value(), that.value());
            case Value.Whole it when other instanceof Value.Whole that -> Long.compare(it.value(), that.value());
            case Value.Span it
            when other instanceof Value.Span that -> it.value().compareTo(that.value());
            default -> throw new IllegalStateException("Only numbers and durations move up and down, not " + one + ".");
        };
    }

    private static List<String> texts(Value value) {
        return value instanceof Value.Texts texts ? texts.value() : List.of();
    }

    private static Value union(Value one, Value other) {
        return new Value.Texts(Stream.concat(texts(one).stream(), texts(other).stream())
                .distinct()
                .sorted()
                .toList());
    }
}
