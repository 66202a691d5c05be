package dev.plumbline.analyzer.topology;

import static dev.plumbline.analyzer.build.Given.commitBuild;
import static dev.plumbline.analyzer.build.Given.coverage;
import static dev.plumbline.analyzer.build.Given.ruff;
import static dev.plumbline.analyzer.build.Given.ruffSettings;

import dev.plumbline.analyzer.build.Given;
import dev.plumbline.model.build.RepositoryId;
import dev.plumbline.model.build.RepositoryName;
import dev.plumbline.model.evidence.Evidence;
import dev.plumbline.model.evidence.FindingGroup;
import dev.plumbline.model.evidence.FindingsEvidence;
import dev.plumbline.model.evidence.Severity;
import java.util.List;
import java.util.Map;

/// Repositories that a re-scoring walks over, and what is said of them.
final class Walked {
    static final CompiledStandards COMPILED = new CompiledStandards();
    static final Evidence RUN = ruffSettings("F401", "S608");

    private Walked() {}

    static void building(Node node, int number, FindingsEvidence findings) {
        node.upload(repository(number), name(number), build(1).with(coverage(90), findings, RUN));
    }

    static Given.Said build(int commit) {
        return commitBuild(commit).completing();
    }

    static RepositoryId repository(int number) {
        return new RepositoryId("github:" + number);
    }

    static RepositoryName name(int number) {
        return new RepositoryName("acme/r" + number);
    }

    /// Findings that the sources suppress: only version 1.1 minds.
    static FindingsEvidence hidden(int count) {
        var none = ruff("0.14", Map.of());
        var groups = count == 0
                ? List.<FindingGroup>of()
                : List.of(new FindingGroup("F401", FindingGroup.Area.SOURCE, Severity.MEDIUM, 0, count, List.of()));
        return new FindingsEvidence(
                none.kind(),
                Given.source("ruff.json", "ruff", "0.14", "suppressed " + count),
                groups,
                none.fingerprints(),
                none.enabledRules());
    }

    static void walked(Node node) {
        for (int slices = 0; slices < 300; slices++) {
            node.slice();
        }
    }
}
