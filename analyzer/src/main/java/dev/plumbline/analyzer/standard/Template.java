package dev.plumbline.analyzer.standard;

import dev.cel.common.types.CelType;
import dev.cel.common.types.SimpleType;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// A text with figures in it: `{coverage.lineRatio|percent} of lines`. Rendered by plain Java: no expression runs.
public final class Template {
    private static final int LISTED = 5;
    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);

    /// How a value is written.
    enum Form {
        /// Numbers without needless zeros, moments to the minute, lists and maps with commas, at most five entries.
        PLAIN,
        /// A share from 0 to 1, in per cent, rounded down: 79.999 % never reads as 80 %.
        PERCENT,
        /// A number of seconds, or a duration.
        SECONDS;

        boolean fits(CelType type) {
            return switch (this) {
                case PLAIN -> true;
                case PERCENT -> type.equals(SimpleType.DOUBLE);
                case SECONDS -> type.equals(SimpleType.DOUBLE) || type.equals(SimpleType.DURATION);
            };
        }
    }

    private sealed interface Piece {
        record Text(String text) implements Piece {}

        record Value(String name, Form form) implements Piece {}
    }

    private final List<Piece> pieces;

    private Template(List<Piece> pieces) {
        this.pieces = pieces;
    }

    /// {@return the template, or null after a problem was added}
    static @Nullable Template parse(
            String text, Map<String, CelType> names, Where where, List<StandardProblem> problems) {
        var pieces = new ArrayList<Piece>();
        int from = 0;
        while (from < text.length()) {
            int open = text.indexOf('{', from);
            int close = open < 0 ? -1 : text.indexOf('}', open);
            if (open < 0) {
                pieces.add(new Piece.Text(text.substring(from)));
                break;
            }
            if (close < 0) {
                problems.add(where.problem(open + 1, "the brace in «" + text + "» is not closed."));
                return null;
            }
            if (open > from) {
                pieces.add(new Piece.Text(text.substring(from, open)));
            }
            var value = value(text.substring(open + 1, close), names);
            if (value instanceof Piece.Text problem) {
                problems.add(where.problem(open + 1, problem.text()));
                return null;
            }
            pieces.add(value);
            from = close + 1;
        }
        return new Template(List.copyOf(pieces));
    }

    private static Piece value(String inner, Map<String, CelType> names) {
        int bar = inner.indexOf('|');
        String name = (bar < 0 ? inner : inner.substring(0, bar)).strip();
        String form = bar < 0 ? "plain" : inner.substring(bar + 1).strip();
        var type = names.get(name);
        if (type == null) {
            return new Piece.Text("«{" + inner + "}» names no figure; known are "
                    + String.join(", ", new TreeSet<>(names.keySet())) + ".");
        }
        for (var known : Form.values()) {
            if (known.name().toLowerCase(Locale.ROOT).equals(form)) {
                return known.fits(type)
                        ? new Piece.Value(name, known)
                        : new Piece.Text("«{" + inner + "}» asks for " + form + " of a " + type.name() + ".");
            }
        }
        return new Piece.Text("«{" + inner + "}» asks for the form «" + form + "»; known are plain, percent, seconds.");
    }

    Set<String> reads() {
        return pieces.stream()
                .filter(Piece.Value.class::isInstance)
                .map(piece -> ((Piece.Value) piece).name())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /// @param values name → value, for every name that the template reads
    public String render(Function<String, @Nullable Object> values) {
        var text = new StringBuilder();
        for (var piece : pieces) {
            switch (piece) {
                case Piece.Text part -> text.append(part.text());
                case Piece.Value part -> write(text, known(values, part.name()), part.form());
            }
        }
        return text.toString();
    }

    private static Object known(Function<String, @Nullable Object> values, String name) {
        var value = values.apply(name);
        if (value == null) {
            throw new IllegalStateException("A template was checked for «" + name + "» and must find a value for it.");
        }
        return value;
    }

    private static void write(StringBuilder text, Object value, Form form) {
        switch (form) {
            case PLAIN -> text.append(plain(value));
            case PERCENT -> text.append(percent(((Number) value).doubleValue()));
            case SECONDS -> text.append(seconds(value));
        }
    }

    private static String plain(Object value) {
        return switch (value) {
            case Double number -> trimmed(number, 4);
            case Duration span -> span(span);
            case Instant moment -> MINUTE.format(moment);
            case List<?> list -> listed(list.stream().map(String::valueOf).toList());
            case Map<?, ?> map ->
                listed(map.entrySet().stream()
                        .map(entry -> entry.getKey() + ": " + entry.getValue())
                        .toList());
            default -> value.toString();
        };
    }

    private static String listed(List<String> all) {
        return all.isEmpty()
                ? "none"
                : all.size() <= LISTED
                        ? String.join(", ", all)
                        : String.join(", ", all.subList(0, LISTED)) + " and " + (all.size() - LISTED) + " more";
    }

    private static String percent(double share) {
        return trimmed(BigDecimal.valueOf(share).movePointRight(2), 2) + " %";
    }

    private static String seconds(Object value) {
        return value instanceof Duration span ? span(span) : trimmed(((Number) value).doubleValue(), 6) + " s";
    }

    private static String span(Duration span) {
        if (span.toSeconds() % 86_400 == 0 && !span.isZero()) {
            return span.toDays() == 1 ? "1 day" : span.toDays() + " days";
        }
        if (span.toSeconds() % 3_600 == 0 && !span.isZero()) {
            return span.toHours() == 1 ? "1 hour" : span.toHours() + " hours";
        }
        return trimmed(span.toMillis() / 1000.0, 3) + " s";
    }

    private static String trimmed(double number, int places) {
        return trimmed(BigDecimal.valueOf(number), places);
    }

    private static String trimmed(BigDecimal number, int places) {
        return number.setScale(places, RoundingMode.DOWN).stripTrailingZeros().toPlainString();
    }
}
