package dev.plumbline.analyzer.topology;

import dev.plumbline.analyzer.build.Given;
import dev.plumbline.model.evidence.Digest;
import dev.plumbline.model.evidence.Kind;
import dev.plumbline.model.standard.Advice;
import dev.plumbline.model.standard.Assertion;
import dev.plumbline.model.standard.Binding;
import dev.plumbline.model.standard.BindingPublished;
import dev.plumbline.model.standard.ClauseRef;
import dev.plumbline.model.standard.Combine;
import dev.plumbline.model.standard.Keyword;
import dev.plumbline.model.standard.Level;
import dev.plumbline.model.standard.Levels;
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
import dev.plumbline.model.standard.VersionRange;
import dev.plumbline.model.standard.Waivable;
import dev.plumbline.model.wire.Codec;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A small standard with one rule for each kind of evidence, and the binding that gives it to everybody.
final class PublishedStandards {
    static final RuleId COVERAGE = new RuleId("py.coverage");
    static final RuleId TESTS = new RuleId("py.tests");
    static final RuleId LINT = new RuleId("py.lint");
    static final RuleId AUDIT = new RuleId("py.audit");

    private PublishedStandards() {}

    /// Version 1.1 reads its rule of linting more strictly than 1.0.
    static StandardPublished standard(int minor) {
        var standard = new Standard(
                new StandardId("py"),
                new Version(1, minor, 0),
                "Python",
                List.of(),
                new Persona("persona.md", Digest.ofText("persona"), 4),
                List.of(),
                new Levels(5_000, 7_000, 9_000),
                List.of(
                        rule(
                                COVERAGE,
                                new Requirement(Kind.COVERAGE, List.of(), List.of()),
                                null,
                                "coverage.lineRatio >= 0.8"),
                        rule(
                                TESTS,
                                new Requirement(Kind.UNIT_TESTS, List.of(), List.of()),
                                null,
                                "tests.unit.failed == 0"),
                        rule(
                                LINT,
                                new Requirement(Kind.findings("ruff"), List.of("F401", "S608"), List.of()),
                                null,
                                minor == 0
                                        ? "findings.ruff.open == 0"
                                        : "findings.ruff.open + findings.ruff.suppressed == 0"),
                        rule(
                                AUDIT,
                                new Requirement(Kind.AUDIT, List.of(), List.of()),
                                Duration.ofDays(7),
                                "audit.open == 0")),
                List.of(),
                List.of());
        return new StandardPublished(standard, Codec.STANDARD.digest(standard), Given.TEN.minusSeconds(1), "test");
    }

    static StandardPublished standard(int minor, Instant at) {
        var standard = standard(minor);
        return new StandardPublished(standard.standard(), standard.digest(), at, "test");
    }

    /// {@return a standard whose rules read several reports otherwise than together}
    ///
    /// @param ways rules that are not there merge
    static StandardPublished combining(StandardPublished one, Map<RuleId, Combine> ways) {
        var it = one.standard();
        var rules = it.rules().stream()
                .map(rule -> rule.requiring(rule.requires().stream()
                        .map(wanted -> wanted.combining(ways.getOrDefault(rule.id(), Combine.MERGE)))
                        .toList()))
                .toList();
        return published(with(it, it.id(), it.version(), rules), one.publishedAt());
    }

    /// {@return a standard that lets exceptions cover one of its rules no longer than so}
    static StandardPublished waivableUpTo(StandardPublished one, RuleId id, Duration longest) {
        var it = one.standard();
        var rules = it.rules().stream()
                .map(rule -> rule.id().equals(id) ? rule.waivable(new Waivable.UpTo(longest)) : rule)
                .toList();
        return published(with(it, it.id(), it.version(), rules), one.publishedAt());
    }

    /// The rules of 1.1 under another version.
    static StandardPublished standard(Version version, Instant at) {
        var one = standard(1).standard();
        return published(with(one, one.id(), version, one.rules()), at);
    }

    static Standard with(Standard one, StandardId id, Version version, List<Rule> rules) {
        return new Standard(
                id,
                version,
                one.title(),
                one.owners(),
                one.persona(),
                one.when(),
                one.levels(),
                rules,
                one.dispositions(),
                one.parents());
    }

    /// {@return the same rules under the name of another standard}
    static StandardPublished called(StandardPublished one, StandardId id) {
        var it = one.standard();
        return published(with(it, id, it.version(), it.rules()), one.publishedAt());
    }

    static StandardPublished without(StandardPublished one, RuleId id) {
        var it = one.standard();
        var rules = it.rules().stream().filter(rule -> !rule.id().equals(id)).toList();
        return published(with(it, it.id(), it.version(), rules), one.publishedAt());
    }

    static StandardPublished published(Standard standard, Instant at) {
        return new StandardPublished(standard, Codec.STANDARD.digest(standard), at, "test");
    }

    static BindingPublished binding() {
        return binding("default", 1, new Binding.Selection.Rest(), Step.WARN, Instant.EPOCH, Given.TEN.minusSeconds(1));
    }

    static BindingPublished binding(
            String id, int revision, Binding.Selection selection, Step step, Instant from, Instant at) {
        var enforcement = new Binding.Enforcement(step, from, Level.BRONZE);
        var binding = new Binding(
                id, revision, new StandardId("py"), new VersionRange("1.x"), selection, enforcement, Map.of());
        return new BindingPublished(binding, Codec.BINDING.digest(binding), at, "test");
    }

    /// At step warn, since ever.
    static BindingPublished bindingTo(
            StandardId standard, String id, int revision, Binding.Selection selection, Instant at) {
        var enforcement = new Binding.Enforcement(Step.WARN, Instant.EPOCH, Level.BRONZE);
        var binding = new Binding(id, revision, standard, new VersionRange("1.x"), selection, enforcement, Map.of());
        return new BindingPublished(binding, Codec.BINDING.digest(binding), at, "test");
    }

    private static Rule rule(RuleId id, Requirement requires, @Nullable Duration maxAge, String that) {
        return new Rule(
                id,
                id.value(),
                List.of(new ClauseRef("Quality", 1, "0123456789ab", "quality")),
                new Rating(Keyword.MUST, Rank.MAJOR, 10, Level.BRONZE),
                List.of(requires),
                List.of(),
                maxAge,
                List.of(),
                List.of(new Assertion("holds", that, "as it should be", "as it is")),
                null,
                new Advice("Mend it.", List.of(), ""),
                null);
    }
}
