package dev.plumbline.reporter;

import dev.plumbline.model.decision.DecisionId;
import dev.plumbline.model.decision.Reach;
import dev.plumbline.model.decision.Scope;
import dev.plumbline.model.decision.Validity;
import dev.plumbline.model.decision.Waiver;
import dev.plumbline.model.score.BuildScored;
import dev.plumbline.model.score.Cause;
import dev.plumbline.model.score.Change;
import dev.plumbline.model.score.Marks;
import dev.plumbline.model.score.Provenance;
import dev.plumbline.model.score.RuleResult;
import dev.plumbline.model.score.Score;
import dev.plumbline.model.score.ScoreMove;
import dev.plumbline.model.score.Scorecard;
import dev.plumbline.model.standard.Level;
import dev.plumbline.model.standard.RuleId;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// A repository whose score stays where it was, for what one cause costs another earns, and in which one failure is
/// excepted and one exception excuses nothing.
public final class Why {
    public static final Sample BEFORE =
            Sample.of("acme/payments", "1").outcomes(Sample.PASS, Sample.PASS, Sample.MISSING);
    public static final Sample NOW =
            Sample.of("acme/payments", "2").after(Duration.ofHours(1)).outcomes(Sample.FAIL, Sample.PASS, Sample.PASS);
    public static final Waiver USED = waiver("X1", Sample.COVERAGE, "The importer goes in January.");
    public static final Waiver UNUSED = waiver("X2", Sample.TESTS, "The suite is being moved.");
    private static final Map<Cause, Integer> CAUSES = Map.of(Cause.TOOL, -2_500, Cause.EVIDENCE, 2_500);

    private Why() {}

    public static Log log() {
        return new Log()
                .published(Sample.published("Backend engineer (Python)", "Write more tests."))
                .catalogued(Sample.owned("acme/payments", "payments"))
                .decided(USED)
                .decided(UNUSED)
                .scored(BEFORE)
                .scored(scored())
                .changed(regression());
    }

    public static Change regression() {
        var change = NOW.regression(Cause.TOOL, "1");
        var was = change.transition();
        return new Change(
                change.id(),
                change.direction(),
                change.build(),
                change.baseline(),
                change.standard(),
                change.rule(),
                new Change.Transition(
                        was.before(),
                        was.after(),
                        was.found(),
                        new Score.Known(7_500),
                        new Score.Known(7_500),
                        was.explanation(),
                        new Change.Share(-2_500, new TreeMap<>(CAUSES), false)),
                change.causes(),
                change.recordedAt(),
                change.backfilled(),
                change.course());
    }

    private static BuildScored scored() {
        var plain = NOW.scored();
        var provenance = plain.provenance();
        var card = plain.scorecards().getFirst();
        var marks = card.marks();
        return new BuildScored(
                plain.build(),
                plain.revision(),
                plain.state(),
                plain.recordedAt(),
                List.of(new Scorecard(
                        card.standard(),
                        card.bindings(),
                        card.step(),
                        new Marks(marks.score(), new Score.Known(10_000), 10_000, Level.GOLD, Level.NONE),
                        card.gate(),
                        card.results().stream()
                                .map(result -> new RuleResult(
                                        result.rule(),
                                        result.digest(),
                                        result.rating(),
                                        result.outcome(),
                                        result.rule().equals(Sample.COVERAGE)))
                                .toList())),
                plain.gate(),
                new Provenance(
                        provenance.asOf(),
                        provenance.uploads(),
                        provenance.evidence(),
                        provenance.subject(),
                        List.of(USED.id()),
                        BEFORE.build().id(),
                        provenance.engine()),
                plain.notes(),
                List.of(new ScoreMove(
                        card.standard().id(),
                        BEFORE.build().id(),
                        new Score.Known(7_500),
                        new TreeMap<>(Map.of(Cause.TOOL, -2_500, Cause.EVIDENCE, 2_500, Cause.CODE, -313)),
                        true)),
                plain.backfilled());
    }

    private static Waiver waiver(String end, RuleId rule, String reason) {
        var asked = Sample.NOON.minus(Duration.ofDays(2));
        return new Waiver(
                        DecisionId.parse("waiver:01K9ZP3V6QZ8D1T4Y7N2M5R8" + end),
                        new Scope(
                                Sample.STANDARD.id(),
                                List.of(rule),
                                new Reach.OneRepository(Sample.id("acme/payments"), null)),
                        reason,
                        new Waiver.Request("ada", asked),
                        new Validity(asked, asked.plus(Duration.ofDays(30))),
                        new Waiver.Approval.Awaited())
                .approved("grace", asked.plusSeconds(60));
    }
}
