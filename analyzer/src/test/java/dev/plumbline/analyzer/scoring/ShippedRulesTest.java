package dev.plumbline.analyzer.scoring;

import static dev.plumbline.analyzer.scoring.Samples.NOON;
import static dev.plumbline.analyzer.scoring.Samples.api;
import static dev.plumbline.analyzer.scoring.Samples.audit;
import static dev.plumbline.analyzer.scoring.Samples.closed;
import static dev.plumbline.analyzer.scoring.Samples.coverage;
import static dev.plumbline.analyzer.scoring.Samples.facts;
import static dev.plumbline.analyzer.scoring.Samples.group;
import static dev.plumbline.analyzer.scoring.Samples.inventory;
import static dev.plumbline.analyzer.scoring.Samples.nothingFound;
import static dev.plumbline.analyzer.scoring.Samples.ruff;
import static dev.plumbline.analyzer.scoring.Samples.ruffSettings;
import static dev.plumbline.analyzer.scoring.Samples.set;
import static dev.plumbline.analyzer.scoring.Samples.tests;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.analyzer.shipped.ShippedStandards;
import dev.plumbline.analyzer.standard.Applicability;
import dev.plumbline.analyzer.standard.Applied;
import dev.plumbline.analyzer.standard.CompiledRule;
import dev.plumbline.analyzer.standard.CompiledStandard;
import dev.plumbline.analyzer.standard.RepositoryFacts;
import dev.plumbline.analyzer.standard.StandardRefused;
import dev.plumbline.model.build.Component;
import dev.plumbline.model.build.RepositoryId;
import dev.plumbline.model.build.RepositoryName;
import dev.plumbline.model.build.Subject;
import dev.plumbline.model.evidence.Evidence;
import dev.plumbline.model.evidence.FindingGroup.Area;
import dev.plumbline.model.score.Outcome;
import dev.plumbline.model.score.Outcome.Word;
import dev.plumbline.model.score.Score;
import dev.plumbline.model.score.Scorecard;
import dev.plumbline.model.standard.Level;
import dev.plumbline.model.standard.Requirement;
import dev.plumbline.model.standard.Rule;
import dev.plumbline.model.standard.Step;
import dev.plumbline.model.wire.Codec;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ShippedRulesTest {
    private static final Applied APPLIED = applied();
    private static final Subject SQL = new Subject(List.of("python"), "service", List.of("sqlalchemy"), "production");
    private static final Subject NO_SQL = new Subject(List.of("python"), "service", List.of("fastapi"), "production");

    /// What a rule says of one set of evidence.
    record Example(String rule, Word word, List<Evidence> evidence) {
        @Override
        public String toString() {
            return rule + " " + word;
        }
    }

    private static Applied applied() {
        try {
            var standard = CompiledStandard.compile(ShippedStandards.standards().getFirst());
            var facts = new RepositoryFacts(
                    new RepositoryId("github:1"),
                    new RepositoryName("acme/payments"),
                    Component.ROOT,
                    "",
                    "",
                    Subject.UNKNOWN);
            return Applicability.of(ShippedStandards.bindings(), List.of(standard))
                    .applied(facts, NOON)
                    .getFirst();
        } catch (StandardRefused e) {
            throw new AssertionError(e.getMessage(), e);
        }
    }

    private static List<String> allRuffRules() {
        return APPLIED.standard().rules().stream()
                .map(CompiledRule::rule)
                .map(Rule::requires)
                .flatMap(List::stream)
                .flatMap(it -> it.rules().stream())
                .toList();
    }

    /// With Google's convention for docstrings.
    private static List<String> enabled() {
        return Stream.concat(allRuffRules().stream(), Stream.of("D417")).toList();
    }

    private static Outcome judge(String rule, Case judged) {
        return results(Scoring.score(APPLIED, judged), rule);
    }

    private static Outcome results(Scorecard scorecard, String rule) {
        return scorecard.results().stream()
                .filter(it -> it.rule().value().equals(rule))
                .findFirst()
                .orElseThrow()
                .outcome();
    }

    static Stream<Example> examples() {
        var ruffRules = Stream.of(
                        "py.sec.no-secrets S105",
                        "py.sec.sql-parameterised S608",
                        "py.code.typed ANN401",
                        "py.code.ruff-strict F401",
                        "py.code.docstrings D103",
                        "py.perf.no-blocking-in-async ASYNC210")
                .map(it -> it.split(" ", 2))
                .flatMap(it -> Stream.of(
                        new Example(it[0], Word.PASS, List.of(ruff(group("E501", 3, 0)), ruffSettings(enabled()))),
                        new Example(it[0], Word.FAIL, List.of(ruff(group(it[1], 1, 0)), ruffSettings(enabled()))),
                        new Example(it[0], Word.MISSING, List.of(ruff())),
                        new Example(it[0], Word.MISSING, List.of(ruff(), ruffSettings(List.of("E501")))),
                        new Example(it[0], Word.MISSING, List.of())));
        var others = Stream.of(
                new Example("py.sec.sql-parameterised", Word.FAIL, hidden()),
                new Example("py.code.magic-numbers", Word.PASS, magic(5)),
                new Example("py.code.magic-numbers", Word.FAIL, magic(6)),
                new Example("py.code.magic-numbers", Word.MISSING, List.of()),
                new Example("py.test.coverage", Word.PASS, List.of(coverage(80, 100))),
                new Example("py.test.coverage", Word.FAIL, List.of(coverage(79, 100))),
                new Example("py.test.coverage", Word.FAIL, List.of(coverage(0, 0))),
                new Example("py.test.coverage", Word.MISSING, List.of(tests(3, 0, 1_000))),
                new Example("py.test.pass", Word.PASS, List.of(tests(3, 0, 1_000))),
                new Example("py.test.pass", Word.FAIL, List.of(tests(3, 1, 1_000))),
                new Example("py.test.pass", Word.FAIL, List.of(tests(0, 0, 1_000))),
                new Example("py.test.pass", Word.MISSING, List.of(coverage(1, 1))),
                new Example("py.test.fast", Word.PASS, List.of(tests(3, 0, 100_000))),
                new Example("py.test.fast", Word.FAIL, List.of(tests(3, 0, 100_001))),
                new Example("py.test.fast", Word.MISSING, List.of()),
                new Example("py.sec.dependency-audit", Word.PASS, audited(6, 9, 1, 0)),
                new Example("py.sec.dependency-audit", Word.FAIL, audited(6, 9, 2, 0)),
                new Example("py.sec.dependency-audit", Word.FAIL, audited(6, 9, 0, 1)),
                new Example("py.sec.dependency-audit", Word.FAIL, audited(6, 0, 0, 0)),
                new Example("py.sec.dependency-audit", Word.MISSING, audited(8, 9, 0, 0)),
                new Example("py.sec.dependency-audit", Word.MISSING, List.of()));
        return Stream.concat(ruffRules, others);
    }

    private static List<Evidence> hidden() {
        return List.of(ruff(group("S608", 0, 1)), ruffSettings(enabled()));
    }

    private static List<Evidence> magic(int open) {
        return List.of(ruff(group("PLR2004", open, 0), group("PLR2004", Area.TEST, 90, 0)), ruffSettings(enabled()));
    }

    private static List<Evidence> audited(int daysAgo, int dependencies, int skipped, int open) {
        var names = IntStream.range(0, skipped).mapToObj(i -> "local" + i).toList();
        return List.of(audit(NOON.minus(Duration.ofDays(daysAgo)), dependencies, names, open));
    }

    @ParameterizedTest
    @MethodSource("examples")
    void aShippedRuleSaysOfEvidence(Example example) {
        var judged = closed(SQL, example.evidence().toArray(Evidence[]::new));

        assertThat(judge(example.rule(), judged).word()).isEqualTo(example.word());
    }

    @Test
    void theSqlRuleLeavesARepositoryWithoutADatabaseDriverAlone() {
        assertThat(judge("py.sec.sql-parameterised", closed(NO_SQL)).word()).isEqualTo(Word.NOT_APPLICABLE);
        assertThat(judge("py.sec.sql-parameterised", closed()).word()).isEqualTo(Word.MISSING);
    }

    @Test
    void aFailureTellsAStrangerWhatIsWrongAndWhere() {
        var failed = judge("py.sec.dependency-audit", closed(audited(1, 9, 0, 2).getFirst()));

        assertThat(failed).isInstanceOfSatisfying(Outcome.Failed.class, it -> {
            assertThat(it.expected()).isEqualTo("no known vulnerability");
            assertThat(it.found()).isEqualTo("2 open: PYSEC-2026-0 in jinja2 3.1.0, PYSEC-2026-1 in jinja2 3.1.0");
            assertThat(it.where()).hasSize(2).first().hasToString("jinja2 3.1.0");
        });
    }

    @Test
    void aWholeAndCleanBuildIsGold() {
        var scorecard = Scoring.score(APPLIED, wholeAndClean(new Random(1)));

        assertThat(scorecard.marks().score()).isEqualTo(new Score.Known(10_000));
        assertThat(scorecard.marks().level()).isEqualTo(Level.GOLD);
        assertThat(scorecard.marks().confidence()).isEqualTo(10_000);
        assertThat(scorecard.step()).isEqualTo(Step.WARN);
        assertThat(scorecard.gate().reasons()).isEmpty();
    }

    private static Stream<Long> seeds() {
        return Stream.of(1L, 2L, 3L, 4L, 5L);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void evidenceInAnyOrderGivesTheSameBytes(long seed) {
        var codec = Codec.of(Scorecard.class);
        byte[] first = codec.encode(Scoring.score(APPLIED, wholeAndClean(new Random(seed))));

        assertThat(codec.encode(Scoring.score(applied(), wholeAndClean(new Random(-seed)))))
                .isEqualTo(first);
    }

    private static Case wholeAndClean(Random random) {
        var evidence = new ArrayList<>(List.of(
                inventory(40),
                facts(
                        "python.routes.total",
                        "python.limiters.total",
                        "python.middleware.total",
                        "python.settings.classes",
                        "repository.readmes",
                        "python.migrations.total",
                        "python.ports.total",
                        "python.modules.total"),
                coverage(90, 100),
                ruff(group("E501", 3, 1)),
                ruffSettings(enabled(), Map.of("linter.line_length", "96")),
                audit(NOON.minusSeconds(60), 40, List.of(), 0)));
        APPLIED.standard().rules().stream()
                .flatMap(it -> it.rule().requires().stream())
                .map(Requirement::kind)
                .distinct()
                .forEach(kind -> {
                    switch (kind.family()) {
                        case "tests" -> evidence.add(tests(kind, 30, 0, 2_000));
                        case "api" -> evidence.add(api(9));
                        case "types", "format", "secrets" -> evidence.add(nothingFound(kind));
                        default -> {}
                    }
                });
        Collections.shuffle(evidence, random);
        return new Case(SQL, set(evidence.toArray(Evidence[]::new)), attested(), List.of(), true, NOON);
    }

    private static List<Attested> attested() {
        return APPLIED.standard().rules().stream()
                .map(it -> it.rule().attestation())
                .filter(Objects::nonNull)
                .map(kind -> new Attested(kind, "ada", NOON.minusSeconds(60), NOON.plusSeconds(60)))
                .toList();
    }
}
