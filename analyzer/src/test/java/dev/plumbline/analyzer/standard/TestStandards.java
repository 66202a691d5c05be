package dev.plumbline.analyzer.standard;

import dev.plumbline.model.evidence.Digest;
import dev.plumbline.model.evidence.Kind;
import dev.plumbline.model.score.BindingRef;
import dev.plumbline.model.standard.Advice;
import dev.plumbline.model.standard.Assertion;
import dev.plumbline.model.standard.Keyword;
import dev.plumbline.model.standard.Level;
import dev.plumbline.model.standard.Levels;
import dev.plumbline.model.standard.Parameter;
import dev.plumbline.model.standard.Persona;
import dev.plumbline.model.standard.Rank;
import dev.plumbline.model.standard.Rating;
import dev.plumbline.model.standard.Requirement;
import dev.plumbline.model.standard.Rule;
import dev.plumbline.model.standard.RuleId;
import dev.plumbline.model.standard.Standard;
import dev.plumbline.model.standard.StandardId;
import dev.plumbline.model.standard.StandardPublished;
import dev.plumbline.model.standard.Step;
import dev.plumbline.model.standard.Version;
import dev.plumbline.model.wire.Codec;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Small standards for tests, said in as few words as the test needs.
public final class TestStandards {
    public static final StandardId ID = new StandardId("small");
    private static final Instant SINCE = Instant.parse("2026-01-01T00:00:00Z");

    private TestStandards() {}

    /// A rule under construction: must, bronze, weight 10, over coverage, true of all evidence.
    public record Draft(
            String id,
            Rating rating,
            List<Requirement> requires,
            List<String> when,
            @Nullable Duration maxAge,
            List<Parameter> params,
            List<Assertion> assertions,
            @Nullable String credit) {
        public Draft rated(Keyword keyword, int weight, Level level) {
            return new Draft(
                    id,
                    new Rating(keyword, Rank.MAJOR, weight, level),
                    requires,
                    when,
                    maxAge,
                    params,
                    assertions,
                    credit);
        }

        public Draft requires(Requirement... wanted) {
            return new Draft(id, rating, List.of(wanted), when, maxAge, params, assertions, credit);
        }

        public Draft requires(Kind kind) {
            return requires(new Requirement(kind, List.of(), List.of()));
        }

        public Draft when(String... conditions) {
            return new Draft(id, rating, requires, List.of(conditions), maxAge, params, assertions, credit);
        }

        public Draft maxAge(Duration age) {
            return new Draft(id, rating, requires, when, age, params, assertions, credit);
        }

        public Draft param(String name, Parameter.Value value, Parameter.Direction direction) {
            return new Draft(
                    id,
                    rating,
                    requires,
                    when,
                    maxAge,
                    List.of(new Parameter(name, value, direction)),
                    assertions,
                    credit);
        }

        public Draft asserts(String that, String expected, String found) {
            return asserts(new Assertion("it", that, expected, found));
        }

        public Draft asserts(Assertion... wanted) {
            return new Draft(id, rating, requires, when, maxAge, params, List.of(wanted), credit);
        }

        public Draft credit(String expression) {
            return new Draft(id, rating, requires, when, maxAge, params, assertions, expression);
        }

        public Rule rule() {
            return new Rule(
                    new RuleId(id),
                    "A rule",
                    List.of(),
                    rating,
                    requires,
                    when,
                    maxAge,
                    params,
                    assertions,
                    credit,
                    new Advice("Do better.", List.of(), ""),
                    null);
        }
    }

    public static Draft draft(String id) {
        return new Draft(
                id,
                new Rating(Keyword.MUST, Rank.MAJOR, 10, Level.BRONZE),
                List.of(new Requirement(Kind.COVERAGE, List.of(), List.of())),
                List.of(),
                null,
                List.of(),
                List.of(new Assertion("it", "coverage.files >= 0", "files", "{coverage.files} files")),
                null);
    }

    public static StandardPublished published(String version, List<String> when, Draft... drafts) {
        var standard = new Standard(
                ID,
                Version.parse(version),
                "Small",
                List.of("group:default/quality"),
                new Persona("persona.md", Digest.ofText("prose"), 1),
                when,
                new Levels(6_000, 7_500, 9_000),
                List.of(drafts).stream().map(Draft::rule).toList(),
                List.of(),
                List.of());
        return new StandardPublished(standard, Codec.STANDARD.digest(standard), SINCE, "somebody");
    }

    public static CompiledStandard compiled(Draft... drafts) {
        return compiled("1.0.0", drafts);
    }

    public static CompiledStandard compiled(String version, Draft... drafts) {
        try {
            return CompiledStandard.compile(published(version, List.of(), drafts));
        } catch (StandardRefused e) {
            throw new AssertionError(e.getMessage(), e);
        }
    }

    public static Applied warned(CompiledStandard standard) {
        return new Applied(
                standard, List.of(new BindingRef("default", 1, Digest.ofText("binding"))), Step.WARN, Level.BRONZE);
    }
}
