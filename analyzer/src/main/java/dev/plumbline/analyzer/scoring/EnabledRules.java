package dev.plumbline.analyzer.scoring;

import dev.plumbline.analyzer.standard.FindingFilter;
import dev.plumbline.model.evidence.FindingsEvidence;
import dev.plumbline.model.evidence.SettingsEvidence;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Which rules a tool ran with, as its report and its settings say: without them no finding is no news.
///
/// @param byReport ids, ascending; empty where the report does not say
/// @param bySettings likewise
record EnabledRules(List<String> byReport, List<String> bySettings) {

    static EnabledRules of(FindingsEvidence findings, @Nullable Held held) {
        return new EnabledRules(
                findings.enabledRules(),
                held != null && held.evidence() instanceof SettingsEvidence stated ? stated.enabledRules() : List.of());
    }

    boolean unstated() {
        return byReport.isEmpty() && bySettings.isEmpty();
    }

    /// {@return the ids that a rule asks for and the tool did not run, ascending}
    List<String> lacking(FindingFilter wanted) {
        var lacking = new ArrayList<String>();
        for (String id : wanted.exact()) {
            if (Collections.binarySearch(bySettings, id) < 0 && Collections.binarySearch(byReport, id) < 0) {
                lacking.add(id);
            }
        }
        for (String prefix : wanted.prefixes()) {
            if (!begins(byReport, prefix) && !begins(bySettings, prefix)) {
                lacking.add(prefix + "*");
            }
        }
        Collections.sort(lacking);
        return lacking;
    }

    private static boolean begins(List<String> ids, String prefix) {
        int at = Collections.binarySearch(ids, prefix);
        int from = at < 0 ? -at - 1 : at;
        return from < ids.size() && ids.get(from).startsWith(prefix);
    }
}
