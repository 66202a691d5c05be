package dev.plumbline.analyzer.topology;

import static dev.plumbline.analyzer.build.Given.TEN;
import static dev.plumbline.analyzer.build.Given.commitBuild;
import static dev.plumbline.analyzer.build.Given.coverage;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.model.score.Cause;
import dev.plumbline.model.score.Change;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ShrunkCoverageTest {
    private static final List<Integer> ALL =
            IntStream.rangeClosed(1, 100).boxed().toList();
    private static final List<Integer> HALF = ALL.subList(0, 50);
    private static final List<Integer> NONE = List.of();

    private final Node node = new Node(Walked.COMPILED);

    @Test
    void whatIsNoLongerMeasuredIsNotRepaired() {
        var change = change(Map.of("a.py", ALL, "b.py", NONE), Map.of("a.py", ALL));

        assertThat(change.direction()).isEqualTo(Change.Direction.RECOVERY);
        assertThat(change.cause()).isEqualTo(Cause.EVIDENCE);
        assertThat(change.transition().explanation())
                .contains("what failed before is no longer in the report; nothing shows that it was repaired.");
        assertThat(points(change)).isEqualTo(Map.of(Cause.EVIDENCE, 2_500));
    }

    @Test
    void whereCoveredFilesAreNoLongerMeasuredItIsTheEvidenceThatShrank() {
        var change = change(Map.of("a.py", ALL, "b.py", ALL, "c.py", HALF), Map.of("c.py", HALF));

        assertThat(change.direction()).isEqualTo(Change.Direction.REGRESSION);
        assertThat(change.cause()).isEqualTo(Cause.EVIDENCE);
        assertThat(change.transition().explanation())
                .contains("2 files are no longer in the report, and what is left falls short");
    }

    @Test
    void linesThatAreCoveredInTheSameFilesAreTheCodesDoing() {
        assertThat(change(Map.of("a.py", HALF, "b.py", ALL), Map.of("a.py", ALL, "b.py", ALL))
                        .cause())
                .isEqualTo(Cause.CODE);
    }

    @Test
    void aFileThatShrinksAwayBesideOneThatIsWorseIsNotTheCause() {
        var change = change(Map.of("a.py", ALL, "b.py", ALL), Map.of("a.py", HALF));

        assertThat(change.direction()).isEqualTo(Change.Direction.REGRESSION);
        assertThat(change.cause()).isEqualTo(Cause.CODE);
    }

    @Test
    void filesThatMayHaveMovedAreTheCodesDoing() {
        assertThat(change(Map.of("a.py", ALL, "b.py", NONE), Map.of("a.py", ALL, "c.py", ALL))
                        .cause())
                .isEqualTo(Cause.CODE);
    }

    private Change change(Map<String, List<Integer>> before, Map<String, List<Integer>> after) {
        node.upload(commitBuild(1).completing().with(coverage(100, before)));
        node.upload(
                commitBuild(2).at(TEN.plus(Duration.ofHours(1))).completing().with(coverage(100, after)));
        assertThat(node.changes()).hasSize(1);
        return node.changes().getFirst();
    }

    private static Map<Cause, Integer> points(Change change) {
        var share = change.transition().share();
        assertThat(share).isNotNull();
        return share == null ? Map.of() : share.causes();
    }
}
