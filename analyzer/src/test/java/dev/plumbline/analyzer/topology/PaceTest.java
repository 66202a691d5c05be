package dev.plumbline.analyzer.topology;

import static dev.plumbline.analyzer.build.Given.TEN;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;

class PaceTest {
    private static final long NOON = 1_800_000_000_000L;
    private static final Thread THREAD = new Thread(() -> {});

    private final Pace pace = new Pace();
    private final Pace.Share share = pace.join(THREAD);

    @Test
    void slicesAreLongBeforeAnyUpload() {
        assertThat(share.slice(NOON)).isEqualTo(Pace.LONGEST);
    }

    @Test
    void theFirstUploadMakesThemShortAtOnceForAllPartitions() {
        pace.join(new Thread(() -> {})).uploaded(NOON);

        assertThat(share.slice(NOON)).isEqualTo(Pace.SHORT);
        assertThat(share.slice(NOON + 200)).isEqualTo(Pace.SHORT);
    }

    @Test
    void theyAreLongAgainOnlyWhenNoneHasComeForAWhile() {
        share.uploaded(NOON);
        long quiet = Pace.QUIET.toMillis();

        assertThat(share.slice(NOON + quiet - 1)).isEqualTo(Pace.SHORT);
        assertThat(share.slice(NOON + quiet)).isEqualTo(Pace.LONGEST);
    }

    /// Single uploads, one after the other, each waiting for its scorecard.
    @Test
    void besideSingleUploadsNoneIsLong() {
        for (int uploads = 0; uploads < 1_000; uploads++) {
            share.uploaded(NOON + 130L * uploads);

            assertThat(share.slice(NOON + 130L * uploads + 129)).isEqualTo(Pace.SHORT);
        }
    }

    @Test
    void aClockThatIsSetBackDoesNotHoldUpJudgingAgain() {
        share.uploaded(NOON);

        assertThat(share.slice(NOON - 3_600_000)).isEqualTo(Pace.LONGEST);
    }

    @Test
    void thePartitionsOfAThreadShareItsTime() {
        var others = new ArrayList<Pace.Share>();
        for (int further = 1; further < 8; further++) {
            others.add(pace.join(THREAD));
        }

        assertThat(share.slice(NOON)).isEqualTo(Duration.ofMillis(10));
        assertThat(pace.join(new Thread(() -> {})).slice(NOON)).isEqualTo(Pace.LONGEST);

        others.forEach(Pace.Share::leave);
        assertThat(share.slice(NOON)).isEqualTo(Pace.LONGEST);
    }

    @Test
    void noneIsShorterThanBesideUploadsHoweverManyTheyAre() {
        for (int further = 0; further < 99; further++) {
            pace.join(THREAD);
        }

        assertThat(share.slice(NOON)).isEqualTo(Pace.SHORT);
    }

    @Test
    void uploadsCountAndWhatIsPublishedDoesNot() {
        var node = new Node(Walked.COMPILED);
        node.publish(1);
        assertThat(node.pace()).isEqualTo(Pace.LONGEST);

        node.upload(Walked.build(1).at(TEN.plusSeconds(60)));
        assertThat(node.pace()).isEqualTo(Pace.SHORT);

        node.until(TEN.plusSeconds(70));
        assertThat(node.pace()).isEqualTo(Pace.LONGEST);
    }
}
