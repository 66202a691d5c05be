package dev.plumbline.standalone.run;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The commands that run the whole product on throw-away folders, small: what they print, not how fast they
/// are.
class BenchIT {
    @TempDir
    Path folder;

    @Test
    void theBenchmarkPrintsOneObjectInWhichEveryScorecardWasReadBack() throws Exception {
        try (var bench = Program.start(
                folder, "bench", "--json", "--records", "400", "--repositories", "40", "--uploads", "3")) {
            assertThat(bench.process().waitFor(5, TimeUnit.MINUTES)).isTrue();
            assertThat(bench.process().exitValue()).as(bench.said()).isZero();

            var figures = JsonMapper.builder().build().readTree(bench.result());
            assertThat(figures.path("scorecardsRead").asLong()).isEqualTo(500);
            assertThat(figures.path("rulesAssertedShare").asDouble()).isGreaterThanOrEqualTo(0.9);
            for (String measured : new String[] {
                "scoredPerSecond",
                "passThroughPerSecond",
                "ratio",
                "latencyP50Seconds",
                "latencyP99Seconds",
                "durableUploadsPerSecond",
                "startSeconds",
                "brokerStartSeconds",
                "firstScoreSeconds",
                "firstScoreRssBytes",
                "heapBytes",
                "rssBytes",
                "recordBytesMean",
                "scorecardBytesMean"
            }) {
                assertThat(figures.path(measured).asDouble()).as(measured).isPositive();
            }
        }
    }

    @Test
    void theCurveHasAPointForEachNumberOfRepositories() throws Exception {
        try (var bench = Program.start(folder, "bench", "--curve", "40,80", "--records", "200")) {
            assertThat(bench.process().waitFor(5, TimeUnit.MINUTES)).isTrue();
            assertThat(bench.process().exitValue()).as(bench.said()).isZero();

            var figures = JsonMapper.builder().build().readTree(bench.result());
            assertThat(figures.path("points").findValuesAsText("repositories")).containsExactly("40", "80");
            assertThat(figures.path("points")).allSatisfy(point -> {
                assertThat(point.path("scoredPerSecond").asDouble()).isPositive();
                assertThat(point.path("stateBytesPerRepository").asDouble()).isPositive();
                assertThat(point.path("changelogBytesPerBuild").asDouble()).isPositive();
            });
            assertThat(figures.path("spread").asDouble()).isBetween(0.0, 1.0);
        }
    }

    @Test
    void uploadsAreTimedWhileEverythingIsJudgedAgain() throws Exception {
        try (var bench = Program.start(folder, "bench", "--rescoring", "--repositories", "60", "--uploads", "30")) {
            assertThat(bench.process().waitFor(5, TimeUnit.MINUTES)).isTrue();
            assertThat(bench.process().exitValue()).as(bench.said()).isZero();

            var figures = JsonMapper.builder().build().readTree(bench.result());
            assertThat(figures.at("/quiet/latencyP50Seconds").asDouble()).isPositive();
            assertThat(figures.at("/rescoring/latencyP99Seconds").asDouble()).isPositive();
            assertThat(figures.path("ratioP99").asDouble()).isPositive();
            assertThat(figures.path("aloneSeconds").asDouble()).isPositive();
            assertThat(figures.path("uploadsMeanwhile").asInt()).isBetween(1, 30);
        }
    }

    @Test
    void theTrainingRunForTheStartUpCacheEndsByItself() throws Exception {
        try (var train = Program.start(folder, "train")) {
            assertThat(train.process().waitFor(5, TimeUnit.MINUTES)).isTrue();
            assertThat(train.process().exitValue()).as(train.said()).isZero();
            assertThat(train.result()).isEmpty();
        }
    }
}
