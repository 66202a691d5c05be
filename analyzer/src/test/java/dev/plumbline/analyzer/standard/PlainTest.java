package dev.plumbline.analyzer.standard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import dev.cel.common.types.CelType;
import dev.cel.common.types.SimpleType;
import dev.cel.runtime.CelEvaluationException;
import dev.plumbline.analyzer.shipped.ShippedStandards;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlainTest {
    private static final Map<String, CelType> NAMES = new TreeMap<>(Map.of(
            "a.whole", SimpleType.INT,
            "b.whole", SimpleType.INT,
            "a.share", SimpleType.DOUBLE,
            "b.share", SimpleType.DOUBLE,
            "a.text", SimpleType.STRING,
            "b.flag", SimpleType.BOOL,
            "a.list", Figures.TEXTS));

    private static final List<Long> WHOLES =
            List.of(0L, 1L, -1L, 7L, 3_037_000_500L, Long.MAX_VALUE, Long.MIN_VALUE, Long.MAX_VALUE - 1);
    private static final List<Double> SHARES =
            List.of(0.0, -0.0, 1.0, 0.1, 0.8, 1e308, Double.NaN, Double.POSITIVE_INFINITY, Double.MIN_VALUE);

    private final Random random;

    PlainTest() {
        this.random = new Random(0);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void whatPlainSaysIsWhatCelSays(long seed) throws CelEvaluationException {
        random.setSeed(seed);

        assertThat(agreements(() -> truth(3), SimpleType.BOOL)).isGreaterThan(100);
    }

    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13, 14})
    void calculatedNumbersAreTheSameToTheLastBit(long seed) throws CelEvaluationException {
        random.setSeed(seed);

        assertThat(agreements(() -> share(3), SimpleType.DOUBLE)).isGreaterThan(100);
    }

    /// {@return how many of 300 expressions were decided plainly, each as CEL decides it}
    private int agreements(Supplier<String> sources, CelType type) throws CelEvaluationException {
        var expressions = Expressions.over(NAMES);
        int decided = 0;
        for (int i = 0; i < 300; i++) {
            var expression = compiled(expressions, sources.get(), type);
            var values = values();
            var said = said(expression, values);
            if (said != null) {
                decided++;
                assertThat(said).as("%s of %s", expression.source(), values).isEqualTo(expression.byCel(values::get));
            }
        }
        return decided;
    }

    @Test
    void whatCelCannotEvaluateIsNotDecidedPlainly() {
        var expressions = Expressions.over(NAMES);
        Map<String, Object> values =
                Map.of("a.whole", Long.MAX_VALUE, "b.whole", 0L, "a.share", 0.5, "a.text", "x", "a.list", List.of());

        for (String source : List.of(
                "a.whole + 1 > 0",
                "a.whole * 2 > 0",
                "-2 - a.whole > 0",
                "1 / b.whole > 0",
                "b.flag",
                "!b.flag || a.whole > 0",
                "b.share < a.share")) {
            assertThat(said(compiled(expressions, source, SimpleType.BOOL), values))
                    .as(source)
                    .isNull();
        }
    }

    @Test
    void mostRulesThatAreShippedArePlain() throws StandardRefused {
        var all = new ArrayList<String>();
        var plain = new ArrayList<String>();
        for (var published : ShippedStandards.standards()) {
            for (var rule : CompiledStandard.compile(published).rules()) {
                for (var assertion : rule.assertions()) {
                    all.add(assertion.that().source());
                    if (assertion.that().plain() != null) {
                        plain.add(assertion.that().source());
                    }
                }
            }
        }

        assertThat(plain).hasSizeGreaterThan(all.size() * 9 / 10);
    }

    private static @Nullable Object said(Expression expression, Map<String, Object> values) {
        var plain = expression.plain();
        return plain == null ? null : plain.in(values::get);
    }

    private static Expression compiled(Expressions expressions, String source, CelType type) {
        var problems = new ArrayList<StandardProblem>();
        var expression = expressions.compile(source, type, new Where("/", ""), problems);
        return expression == null ? fail(source + " does not compile: " + problems) : expression;
    }

    /// One name in ten has no value.
    private Map<String, Object> values() {
        var values = new HashMap<String, Object>();
        values.put("a.whole", any(WHOLES));
        values.put("b.whole", any(WHOLES));
        values.put("a.share", any(SHARES));
        values.put("b.share", any(SHARES));
        values.put("a.text", any(List.of("x", "y")));
        values.put("b.flag", random.nextBoolean());
        values.put("a.list", any(List.of(List.of("x"), List.of(), List.of("y", "z"))));
        Set.copyOf(values.keySet()).stream()
                .filter(_ -> random.nextInt(10) == 0)
                .forEach(values::remove);
        return values;
    }

    private <T> T any(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    private String truth(int depth) {
        int kind = random.nextInt(depth > 0 ? 9 : 3);
        return switch (kind) {
            case 0 -> "b.flag";
            case 1 -> "a.text == 'x'";
            case 2 -> "a.text in a.list";
            case 3 -> "(" + truth(depth - 1) + " && " + truth(depth - 1) + ")";
            case 4 -> "(" + truth(depth - 1) + " || " + truth(depth - 1) + ")";
            case 5 -> "!(" + truth(depth - 1) + ")";
            case 6 -> "(" + share(depth - 1) + comparison() + share(depth - 1) + ")";
            default -> "(" + whole(depth - 1) + comparison() + whole(depth - 1) + ")";
        };
    }

    private String comparison() {
        return any(List.of(" < ", " <= ", " > ", " >= ", " == ", " != "));
    }

    private String operation() {
        return any(List.of(" + ", " - ", " * ", " / "));
    }

    private String whole(int depth) {
        return switch (random.nextInt(depth > 0 ? 5 : 3)) {
            case 0 -> String.valueOf(random.nextInt(5));
            case 1 -> "a.whole";
            case 2 -> "b.whole";
            case 3 -> "(" + whole(depth - 1) + operation() + whole(depth - 1) + ")";
            default -> "(" + truth(depth - 1) + " ? " + whole(depth - 1) + " : " + whole(depth - 1) + ")";
        };
    }

    private String share(int depth) {
        return switch (random.nextInt(depth > 0 ? 6 : 3)) {
            case 0 -> any(List.of("0.5", "0.0", "1.0"));
            case 1 -> "a.share";
            case 2 -> "b.share";
            case 3 -> "(" + share(depth - 1) + operation() + share(depth - 1) + ")";
            case 4 -> "double(" + whole(depth - 1) + ")";
            default -> "(" + truth(depth - 1) + " ? " + share(depth - 1) + " : " + share(depth - 1) + ")";
        };
    }
}
