package dev.plumbline.reporter.projection;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.model.build.Component;
import dev.plumbline.model.score.BuildScored;
import dev.plumbline.model.score.Cause;
import dev.plumbline.model.score.RuleResult;
import dev.plumbline.model.score.Scorecard;
import dev.plumbline.reporter.Log;
import dev.plumbline.reporter.Sample;
import java.util.List;
import org.junit.jupiter.api.Test;

final class KeptTest {
    private static final Sample BUILD = Sample.of("acme/payments", "2").outcomes(Sample.FAIL, Sample.PASS, Sample.PASS);

    @Test
    void aRegressionThatIsExcusedIsNotOpen() {
        assertThat(openRegressions(BUILD.scored())).isEqualTo(1);
        assertThat(openRegressions(excused(BUILD.scored()))).isZero();
    }

    private static int openRegressions(BuildScored scored) {
        return new Log()
                .scored(scored)
                .changed(BUILD.regression(Cause.CODE, "1"))
                .picture()
                .find("acme/payments")
                .orElseThrow()
                .component(Component.ROOT)
                .openRegressions()
                .size();
    }

    private static BuildScored excused(BuildScored scored) {
        Scorecard card = scored.scorecards().getFirst();
        List<RuleResult> results = card.results().stream()
                .map(result -> new RuleResult(result.rule(), result.digest(), result.rating(), result.outcome(), true))
                .toList();
        return new BuildScored(
                scored.build(),
                scored.revision(),
                scored.state(),
                scored.recordedAt(),
                List.of(new Scorecard(
                        card.standard(), card.bindings(), card.step(), card.marks(), card.gate(), results)),
                scored.gate(),
                scored.provenance(),
                scored.notes(),
                scored.backfilled());
    }
}
