package dev.plumbline.ingest.await;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.ingest.publish.Uploaded;
import dev.plumbline.model.build.BuildId;
import dev.plumbline.model.evidence.UploadId;
import dev.plumbline.model.score.BuildScored;
import dev.plumbline.model.wire.Codec;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class SightingsTest {
    private static final BuildId BUILD = Uploaded.BUILD.id();
    private static final UploadId MINE = UploadId.ofContent("mine");
    private static final UploadId OTHER = UploadId.ofContent("other");
    private static final Duration NOT_AT_ALL = Duration.ZERO;
    private static final Duration LONG = Duration.ofSeconds(30);

    private final Sightings sightings = new Sightings(Sightings.REMEMBERED_BYTES);

    @Test
    void theVerdictThatIncludesTheUploadEndsTheWaiting() {
        try (var waiter = sightings.expect(BUILD, MINE)) {
            var answer = CompletableFuture.supplyAsync(() -> waiter.await(LONG));

            saw(Scored.closed(1, OTHER));
            saw(Scored.closed(2, MINE, OTHER));

            assertThat(answer).succeedsWithin(LONG).isEqualTo(new Sighting.Closed(Scored.closed(2, MINE, OTHER)));
        }
    }

    @Test
    void aVerdictWithoutTheUploadIsOnlyWhatIsKnownSoFar() {
        try (var waiter = sightings.expect(BUILD, MINE)) {
            saw(Scored.closed(1, OTHER));

            assertThat(waiter.await(NOT_AT_ALL)).isEqualTo(new Sighting.Open(Scored.closed(1, OTHER)));
        }
    }

    @Test
    void anOpenBuildIsNoVerdictEvenWithTheUpload() {
        try (var waiter = sightings.expect(BUILD, MINE)) {
            saw(Scored.open(1, MINE));

            assertThat(waiter.await(NOT_AT_ALL)).isEqualTo(new Sighting.Open(Scored.open(1, MINE)));
        }
    }

    @Test
    void aRepetitionIsAnsweredFromWhatIsRemembered() {
        saw(Scored.open(1, OTHER));
        saw(Scored.closed(2, MINE));

        try (var waiter = sightings.expect(BUILD, MINE)) {
            assertThat(waiter.await(NOT_AT_ALL)).isEqualTo(new Sighting.Closed(Scored.closed(2, MINE)));
        }
    }

    @Test
    void otherBuildsAreNoAnswer() {
        try (var waiter = sightings.expect(Uploaded.build("2").id(), MINE)) {
            saw(Scored.closed(1, MINE));

            assertThat(waiter.await(NOT_AT_ALL)).isEqualTo(new Sighting.Nothing());
        }
    }

    @Test
    void everybodyWhoWaitsForABuildIsAnswered() {
        try (var first = sightings.expect(BUILD, MINE);
                var second = sightings.expect(BUILD, OTHER)) {
            saw(Scored.closed(1, MINE, OTHER));

            assertThat(first.await(NOT_AT_ALL)).isInstanceOf(Sighting.Closed.class);
            assertThat(second.await(NOT_AT_ALL)).isInstanceOf(Sighting.Closed.class);
        }
    }

    @Test
    void whoeverStopsWaitingIsForgotten() {
        var first = sightings.expect(BUILD, MINE);
        var second = sightings.expect(BUILD, MINE);
        assertThat(sightings.waiting()).isEqualTo(2);

        first.close();
        second.close();

        assertThat(sightings.waiting()).isZero();
    }

    @Test
    void aRecordThatCannotBeReadHarmsNobody() {
        try (var waiter = sightings.expect(BUILD, MINE)) {
            sightings.saw(BUILD.value(), true, "{".getBytes(StandardCharsets.UTF_8));
            assertThat(waiter.await(NOT_AT_ALL)).isEqualTo(new Sighting.Nothing());

            saw(Scored.closed(2, MINE));
            assertThat(waiter.await(NOT_AT_ALL)).isInstanceOf(Sighting.Closed.class);
        }
    }

    @Test
    void onlyTheNewestRecordsAreRemembered() {
        var records = new RecentRecords(250);

        records.put("a", new byte[100]);
        records.put("b", new byte[100]);
        records.put("a", new byte[120]);
        records.put("c", new byte[100]);

        assertThat(records.get("b")).isNull();
        assertThat(records.get("a")).hasSize(120);
        assertThat(records.get("c")).hasSize(100);
        assertThat(records.size()).isEqualTo(2);
    }

    private void saw(BuildScored scored) {
        sightings.saw(BUILD.value(), scored.state().closed(), Codec.BUILD_SCORED.encode(scored));
    }
}
