package dev.plumbline.reporter.notify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.model.score.Cause;
import dev.plumbline.reporter.Why;
import org.junit.jupiter.api.Test;

class MessageTest {
    @Test
    void aRegressionWhoseEffectWasOffsetSaysWhatItMovedItselfAndWhatMovedBesides() {
        var message = Message.of("delivery", Why.regression(), Why.log().picture());

        assertThat(message.text())
                .endsWith(" The rule moves the score by −25.0 points, all changes together by ±0.0"
                        + " (evidence +25.0, tool −25.0).");
    }

    @Test
    void aChangeOfWhichNobodySaidWhatItMovedSaysNothingOfPoints() {
        var message = Message.of(
                "delivery", Why.NOW.regression(Cause.CODE, "1"), Why.log().picture());

        assertThat(message.text()).doesNotContain("points");
    }
}
