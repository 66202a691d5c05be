package dev.plumbline.analyzer.build;

import static dev.plumbline.analyzer.build.Given.TEN;
import static dev.plumbline.analyzer.build.Given.commitBuild;
import static dev.plumbline.analyzer.build.Given.coverage;
import static dev.plumbline.analyzer.build.Given.ruff;
import static dev.plumbline.analyzer.build.Given.tests;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.model.evidence.Kind;
import dev.plumbline.model.score.BuildState;
import dev.plumbline.model.score.BuildState.ClosedBy;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BuildLifeTest {
    private static final Duration WINDOW = Duration.ofMinutes(15);

    @Test
    void aBuildStaysOpenWhileSomethingPromisedIsMissing() {
        var life = BuildLife.begin()
                .receive(commitBuild(1)
                        .expecting(Kind.COVERAGE, Kind.UNIT_TESTS)
                        .with(coverage(80))
                        .upload());

        assertThat(life.state()).isEqualTo(new BuildState.Provisional(List.of(Kind.UNIT_TESTS)));
    }

    @Test
    void aBuildClosesWhenItsManifestIsComplete() {
        var life = BuildLife.begin()
                .receive(commitBuild(1)
                        .expecting(Kind.COVERAGE, Kind.UNIT_TESTS)
                        .with(coverage(80))
                        .upload())
                .receive(commitBuild(1).with(tests(List.of("a"), List.of())).upload());

        assertThat(life.state()).isEqualTo(new BuildState.Final(ClosedBy.MANIFEST));
        assertThat(life.revision()).isEqualTo(2);
    }

    @Test
    void aBuildThatPromisedNothingWaitsForItsUploaderOrItsDeadline() {
        var open = BuildLife.begin().receive(commitBuild(1).with(coverage(80)).upload());

        assertThat(open.isClosed()).isFalse();
        assertThat(open.receive(commitBuild(1).completing().upload()).state())
                .isEqualTo(new BuildState.Final(ClosedBy.UPLOADER));
        assertThat(open.expire().state()).isEqualTo(new BuildState.Final(ClosedBy.DEADLINE));
    }

    @Test
    void evidenceAfterTheCloseMakesARevision() {
        var closed = BuildLife.begin()
                .receive(commitBuild(1).completing().with(coverage(80)).upload());
        var revised = closed.receive(
                commitBuild(1).with(tests(List.of("a"), List.of())).upload());

        assertThat(revised).isInstanceOf(BuildLife.Revised.class);
        assertThat(revised.revision()).isEqualTo(2);
        assertThat(revised.state()).isEqualTo(new BuildState.Final(ClosedBy.UPLOADER));
    }

    @Test
    void aRepetitionIsNoTransition() {
        var upload = commitBuild(1).with(coverage(80));
        var life = BuildLife.begin().receive(upload.upload());

        assertThat(life.receive(upload.upload())).isEqualTo(life);
        assertThat(life.receive(upload.at(TEN.plusSeconds(60)).upload())).isEqualTo(life);
    }

    @Test
    void aRepetitionReceivedEarlierCountsWithItsTime() {
        var upload = commitBuild(1).with(coverage(80));
        var life = BuildLife.begin()
                .receive(upload.upload())
                .receive(upload.at(TEN.minusSeconds(60)).upload());

        assertThat(life.uploads().list()).hasSize(1);
        assertThat(life.deadline(WINDOW)).isEqualTo(TEN.minusSeconds(60).plus(WINDOW));
    }

    @Test
    void aDeadlineClosesOnce() {
        var closed = BuildLife.begin().receive(commitBuild(1).completing().upload());

        assertThat(closed.expire()).isEqualTo(closed);
        assertThat(BuildLife.begin().expire()).isEqualTo(BuildLife.begin());
    }

    @Test
    void nowIsTheDeadlineOnlyWhereNothingElseClosesTheBuild() {
        var open = BuildLife.begin().receive(commitBuild(1).with(coverage(80)).upload());
        var complete =
                open.receive(commitBuild(1).at(TEN.plusSeconds(5)).completing().upload());

        assertThat(open.expire().asOf(WINDOW)).isEqualTo(TEN.plus(WINDOW));
        assertThat(complete.asOf(WINDOW)).isEqualTo(TEN.plusSeconds(5));
    }

    @Test
    void nowIsTheSameWhetherTheDeadlineOrTheLastUploadCameFirst() {
        var first = commitBuild(1).with(coverage(80)).upload();
        var last = commitBuild(1)
                .at(TEN.plusSeconds(1_200))
                .completing()
                .with(ruff("0.14", Map.of()))
                .upload();
        var deadlineFirst = BuildLife.begin().receive(first).expire().receive(last);
        var uploadFirst = BuildLife.begin().receive(last).receive(first);

        assertThat(deadlineFirst.asOf(WINDOW)).isEqualTo(uploadFirst.asOf(WINDOW));
        assertThat(deadlineFirst.uploads()).isEqualTo(uploadFirst.uploads());
    }
}
