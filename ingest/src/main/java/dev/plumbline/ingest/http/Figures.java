package dev.plumbline.ingest.http;

import dev.plumbline.model.evidence.ApiEvidence;
import dev.plumbline.model.evidence.AuditEvidence;
import dev.plumbline.model.evidence.CoverageEvidence;
import dev.plumbline.model.evidence.Evidence;
import dev.plumbline.model.evidence.FactsEvidence;
import dev.plumbline.model.evidence.FindingsEvidence;
import dev.plumbline.model.evidence.InventoryEvidence;
import dev.plumbline.model.evidence.MutationsEvidence;
import dev.plumbline.model.evidence.SettingsEvidence;
import dev.plumbline.model.evidence.TestsEvidence;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// The few counts of a piece of evidence by which a sender sees that the right file was read.
final class Figures {
    private Figures() {}

    static SortedMap<String, Long> of(Evidence evidence) {
        return new TreeMap<>(
                switch (evidence) {
                    case CoverageEvidence it ->
                        Map.of(
                                "linesCovered", (long) it.counted().linesCovered(),
                                "linesTotal", (long) it.counted().linesTotal(),
                                "branchesCovered", (long) it.counted().branchesCovered(),
                                "branchesTotal", (long) it.counted().branchesTotal(),
                                "files", (long) it.counted().files());
                    case TestsEvidence it ->
                        Map.of(
                                "tests", (long) it.counted().tests(),
                                "failures", (long) it.counted().failures(),
                                "errors", (long) it.counted().errors(),
                                "skipped", (long) it.counted().skipped());
                    case FindingsEvidence it -> Map.of("open", (long) it.open(), "suppressed", (long) it.suppressed());
                    case AuditEvidence it ->
                        Map.of(
                                "dependencies", (long) it.dependencies(),
                                "skipped", (long) it.skipped().size(),
                                "vulnerabilities", (long) it.open());
                    case MutationsEvidence it ->
                        Map.of(
                                "mutations", (long) it.totals().total(),
                                "mutationsKilled", (long) it.totals().killed(),
                                "mutationsSurvived", (long) it.totals().survived());
                    case FactsEvidence it ->
                        Map.of("facts", (long) it.counts().size(), "files", (long)
                                it.counts().getOrDefault("files.total", 0));
                    case InventoryEvidence it ->
                        Map.of("components", (long) it.components(), "licences", (long)
                                it.licences().size());
                    case ApiEvidence it ->
                        Map.of("operations", (long) it.totals().operations(), "schemas", (long)
                                it.totals().schemas());
                    case SettingsEvidence it ->
                        Map.of("enabledRules", (long) it.enabledRules().size(), "settings", (long)
                                it.settings().size());
                });
    }
}
