package dev.plumbline.reporter;

import dev.plumbline.model.build.Build;
import dev.plumbline.model.build.BuildKey;
import dev.plumbline.model.build.BuildTimes;
import dev.plumbline.model.build.CommitId;
import dev.plumbline.model.build.Component;
import dev.plumbline.model.build.Lineage;
import dev.plumbline.model.build.RepositoryId;
import dev.plumbline.model.build.RepositoryName;
import dev.plumbline.model.build.Subject;
import dev.plumbline.model.catalog.CatalogEntry;
import dev.plumbline.model.evidence.Digest;
import dev.plumbline.model.evidence.Kind;
import dev.plumbline.model.evidence.Position;
import dev.plumbline.model.evidence.UploadId;
import dev.plumbline.model.score.BindingRef;
import dev.plumbline.model.score.BuildScored;
import dev.plumbline.model.score.BuildState;
import dev.plumbline.model.score.Cause;
import dev.plumbline.model.score.Change;
import dev.plumbline.model.score.EvidenceUse;
import dev.plumbline.model.score.Gate;
import dev.plumbline.model.score.Marks;
import dev.plumbline.model.score.Outcome;
import dev.plumbline.model.score.Provenance;
import dev.plumbline.model.score.RuleResult;
import dev.plumbline.model.score.Score;
import dev.plumbline.model.score.Scorecard;
import dev.plumbline.model.standard.Advice;
import dev.plumbline.model.standard.Assertion;
import dev.plumbline.model.standard.ClauseRef;
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
import dev.plumbline.model.standard.StandardRef;
import dev.plumbline.model.standard.Step;
import dev.plumbline.model.standard.Version;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Records as the analyzer would write them, made by hand. A sample is changed by its `with` methods and
/// never in place.
///
/// @param run names the build; the commit is derived from it
/// @param outcomes of the rules {@link #COVERAGE}, {@link #TESTS} and {@link #AUDIT}, in this order
public record Sample(
        String repository,
        Component component,
        String run,
        Lineage lineage,
        Instant at,
        int revision,
        BuildState state,
        Step step,
        List<Outcome> outcomes,
        boolean backfilled) {
    public static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");
    public static final RuleId COVERAGE = new RuleId("py.test.coverage");
    public static final RuleId TESTS = new RuleId("py.test.pass");
    public static final RuleId AUDIT = new RuleId("py.deps.audit");
    public static final StandardRef STANDARD =
            published("Backend engineer (Python)", "Write more tests.").ref();
    public static final Outcome PASS = new Outcome.Passed("at least 80 %", "91.4 %");
    public static final Outcome FAIL = new Outcome.Failed(
            "enough", "at least 80 %", "71.2 %", 0, List.of(new Position("src/pay.py", 42, "never run")));
    public static final Outcome MISSING = new Outcome.Missing("an audit of dependencies", "no audit arrived");
    public static final Outcome NOT_APPLICABLE = new Outcome.NotApplicable("it is no service");
    private static final int[] WEIGHTS = {5, 10, 5};

    public static Sample of(String repository, String run) {
        return new Sample(
                repository,
                Component.ROOT,
                run,
                new Lineage.DefaultBranch("main"),
                NOON,
                1,
                new BuildState.Final(BuildState.ClosedBy.MANIFEST),
                Step.WARN,
                List.of(PASS, PASS, PASS),
                false);
    }

    public static RepositoryId id(String repository) {
        return RepositoryId.ofName(new RepositoryName(repository));
    }

    public Sample component(String path) {
        return new Sample(
                repository, new Component(path), run, lineage, at, revision, state, step, outcomes, backfilled);
    }

    public Sample after(Duration time) {
        return new Sample(
                repository, component, run, lineage, at.plus(time), revision, state, step, outcomes, backfilled);
    }

    public Sample revision(int number) {
        return new Sample(repository, component, run, lineage, at, number, state, step, outcomes, backfilled);
    }

    public Sample open() {
        var open = new BuildState.Provisional(List.of(Kind.AUDIT));
        return new Sample(repository, component, run, lineage, at, revision, open, step, outcomes, backfilled);
    }

    public Sample step(Step other) {
        return new Sample(repository, component, run, lineage, at, revision, state, other, outcomes, backfilled);
    }

    public Sample change(String number) {
        var line = new Lineage.ChangeRequest(number, "topic", null, null);
        return new Sample(repository, component, run, line, at, revision, state, step, outcomes, backfilled);
    }

    public Sample outcomes(Outcome... three) {
        return new Sample(repository, component, run, lineage, at, revision, state, step, List.of(three), backfilled);
    }

    public Sample fromHistory() {
        return new Sample(repository, component, run, lineage, at, revision, state, step, outcomes, true);
    }

    public Build build() {
        var commit = new CommitId(Digest.ofText(run).hex().substring(0, 40));
        return new Build(
                new BuildKey(id(repository), component, commit, run, 1),
                new RepositoryName(repository),
                lineage,
                new BuildTimes(at.minusSeconds(300), at),
                List.of(Kind.COVERAGE, Kind.UNIT_TESTS, Kind.AUDIT),
                true,
                Subject.UNKNOWN);
    }

    public BuildScored scored() {
        var build = build();
        var gate = new Gate(step, step == Step.GATE ? Gate.Decision.ALLOW : Gate.Decision.NOT_GATED, List.of());
        return new BuildScored(
                build,
                revision,
                state,
                at.plusSeconds(2),
                List.of(scorecard(gate)),
                gate,
                new Provenance(
                        at,
                        List.of(UploadId.ofContent(run)),
                        List.of(new EvidenceUse(
                                Kind.COVERAGE,
                                Digest.ofText("e" + run),
                                Digest.ofText("r" + run),
                                "cobertura/1",
                                null)),
                        Digest.ofText("subject"),
                        List.of(),
                        null,
                        "1"),
                List.of(),
                backfilled);
    }

    private Scorecard scorecard(Gate gate) {
        var results = new ArrayList<RuleResult>();
        var rules = List.of(COVERAGE, TESTS, AUDIT);
        long earned = 0;
        long applicable = 0;
        long measured = 0;
        for (int i = 0; i < rules.size(); i++) {
            Outcome outcome = outcomes.get(i);
            results.add(new RuleResult(rules.get(i), "0123456789abcdef", rating(WEIGHTS[i]), outcome, false));
            earned += outcome instanceof Outcome.Passed ? 10_000L * WEIGHTS[i] : 0;
            applicable += outcome instanceof Outcome.NotApplicable ? 0 : WEIGHTS[i];
            measured += outcome.measured() ? WEIGHTS[i] : 0;
        }
        Score score = measured == 0 ? Score.UNKNOWN : Score.ratio(earned, applicable);
        int confidence = applicable == 0 ? 0 : Math.toIntExact(measured * 10_000 / applicable);
        Level level = score instanceof Score.Known(int points) && points >= 9_000 ? Level.SILVER : Level.NONE;
        return new Scorecard(
                STANDARD,
                List.of(new BindingRef("default", 1, Digest.ofText("binding"))),
                step,
                new Marks(score, score, confidence, level),
                gate,
                results);
    }

    public Change regression(Cause cause, String baselineRun) {
        return change(Change.Direction.REGRESSION, Outcome.Word.PASS, Outcome.Word.FAIL, cause, baselineRun);
    }

    public Change recovery(String baselineRun) {
        return change(Change.Direction.RECOVERY, Outcome.Word.FAIL, Outcome.Word.PASS, Cause.CODE, baselineRun);
    }

    private Change change(
            Change.Direction direction, Outcome.Word before, Outcome.Word after, Cause cause, String baselineRun) {
        var build = build();
        var baseline = new Sample(repository, component, baselineRun, lineage, at, 1, state, step, outcomes, false);
        boolean worse = direction == Change.Direction.REGRESSION;
        return new Change(
                new Change.Id(Digest.ofText(build.id() + direction.name() + cause)
                        .hex()
                        .substring(0, 32)),
                direction,
                build,
                baseline.build().id(),
                STANDARD,
                COVERAGE,
                new Change.Transition(
                        before,
                        after,
                        worse ? "71.2 % of lines" : "91.4 % of lines",
                        new Score.Known(worse ? 10_000 : 7_500),
                        new Score.Known(worse ? 7_500 : 10_000),
                        "The code changed; standard, tool and evidence did not."),
                List.of(cause),
                at.plusSeconds(2),
                backfilled,
                null);
    }

    public static CatalogEntry owned(String repository, String team) {
        return catalogued(repository, repository, team);
    }

    /// The repository that was first seen under one name, under another.
    public static CatalogEntry catalogued(String first, String name, String team) {
        return new CatalogEntry(
                id(first),
                new RepositoryName(name),
                List.of(first),
                List.of(new CatalogEntry.Part(Component.ROOT, team, "shop", Subject.UNKNOWN)));
    }

    public static StandardPublished published(String title, String remediation) {
        return published(title, remediation, "https://docs.python.org/3/library/unittest.html");
    }

    public static StandardPublished published(String title, String remediation, @Nullable String reference) {
        List<String> references = reference == null ? List.of() : List.of(reference);
        var standard = new Standard(
                new StandardId("backend-engineer-python"),
                new Version(1, 0, 0),
                title,
                List.of("group:architecture"),
                new Persona("persona.md", Digest.ofText("persona"), 40),
                List.of(),
                new Levels(6_000, 8_000, 9_500),
                List.of(
                        rule(COVERAGE, "Line coverage is at least 80 %", remediation, references),
                        rule(TESTS, "All tests pass", "Mend or remove the failing tests.", List.of()),
                        rule(AUDIT, "Dependencies are free of known vulnerabilities", "Update them.", List.of())),
                List.of(),
                List.of());
        return new StandardPublished(standard, Digest.ofText("standard"), NOON, "admin");
    }

    private static Rule rule(RuleId id, String title, String remediation, List<String> references) {
        int weight = id.equals(TESTS) ? 10 : 5;
        return new Rule(
                id,
                title,
                List.of(new ClauseRef("Testing", 1, "0123456789ab", "Coverage stays above eighty percent.")),
                rating(weight),
                List.of(new Requirement(Kind.COVERAGE, List.of(), List.of())),
                List.of(),
                null,
                List.of(),
                List.of(new Assertion("enough", "true", "at least 80 %", "{coverage}")),
                null,
                new Advice(remediation, references, ""),
                null);
    }

    private static Rating rating(int weight) {
        return new Rating(Keyword.MUST, Rank.MAJOR, weight, Level.BRONZE);
    }
}
