package dev.plumbline.ingest.report.finding;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.ingest.report.finding.Finding.State;
import dev.plumbline.model.evidence.FindingGroup.Area;
import dev.plumbline.model.evidence.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class FileOrderTest {
    private static final List<State> STATES = List.of(State.values());

    static IntStream seeds() {
        return IntStream.range(0, 30);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void orderIsThatOfTheFindings(int seed) {
        var random = new Random(seed);
        int lines = 1 + random.nextInt(40);
        var findings = new ArrayList<Finding>();
        for (int i = random.nextInt(300); i >= 0; i--) {
            int line = random.nextInt(20) == 0 ? Integer.MAX_VALUE : random.nextInt(lines);
            findings.add(finding("rule" + random.nextInt(3), line, "message" + random.nextInt(3), random));
        }
        int from = random.nextInt(findings.size());
        int to = from + random.nextInt(findings.size() - from + 1);

        Finding[] sorted = findings.toArray(Finding[]::new);
        FileOrder.sort(sorted, from, to);

        findings.subList(from, to).sort(Finding.ORDER);
        assertThat(List.of(sorted)).isEqualTo(findings);
    }

    private static Finding finding(String rule, int line, String message, Random random) {
        State state = STATES.get(random.nextInt(STATES.size()));
        return new Finding("tool", rule, Severity.LOW, Area.SOURCE, "a.py", line, message, state);
    }
}
