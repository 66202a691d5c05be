package dev.plumbline.analyzer.scoring;

import dev.plumbline.analyzer.standard.FindingFilter;
import dev.plumbline.model.evidence.FindingsEvidence;
import dev.plumbline.model.evidence.SettingsEvidence;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Which rules a tool ran with, as its report and its settings say: without them no finding is no news.
///
/// @param byReport ids, ascending; empty where the report does not say
/// @param bySettings likewise
/// @param all of both
record EnabledRules(List<String> byReport, List<String> bySettings, Set<String> all) {
    /// What most rules lack: asked for each rule of each build.
    private static final List<String> NOTHING = List.of();

    static EnabledRules of(FindingsEvidence findings, @Nullable Held held) {
        var stated = held != null && held.evidence() instanceof SettingsEvidence settings
                ? settings.enabledRules()
                : List.<String>of();
        var all = HashSet.<String>newHashSet(findings.enabledRules().size() + stated.size());
        all.addAll(findings.enabledRules());
        all.addAll(stated);
        return new EnabledRules(findings.enabledRules(), stated, Collections.unmodifiableSet(all));
    }

    boolean unstated() {
        return all.isEmpty();
    }

    /// {@return the ids that a rule asks for and the tool did not run, ascending}
    List<String> lacking(FindingFilter wanted) {
        var lacking = NOTHING;
        for (String id : wanted.exact()) {
            if (!all.contains(id)) {
                lacking = and(lacking, id);
            }
        }
        for (String prefix : wanted.prefixes()) {
            if (!begins(byReport, prefix) && !begins(bySettings, prefix)) {
                lacking = and(lacking, prefix + "*");
            }
        }
        return lacking.size() < 2 ? lacking : lacking.stream().sorted().toList();
    }

    private static List<String> and(List<String> lacking, String id) {
        var more = lacking.isEmpty() ? new ArrayList<String>() : lacking;
        more.add(id);
        return more;
    }

    private static boolean begins(List<String> ids, String prefix) {
        int at = Collections.binarySearch(ids, prefix);
        int from = at < 0 ? -at - 1 : at;
        return from < ids.size() && ids.get(from).startsWith(prefix);
    }
}
