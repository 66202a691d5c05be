package dev.plumbline.analyzer.build;

import dev.plumbline.model.evidence.SettingsEvidence;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;

/// Settings of several runs of one tool. A rule counts as enabled only where every run had it: the absence of findings
/// means nothing in the part of the code that was looked at without it.
final class SettingsMerge {
    private SettingsMerge() {}

    static SettingsEvidence merge(List<SettingsEvidence> all, List<String> notes) {
        var first = all.getFirst();
        var everywhere = new TreeSet<>(first.enabledRules());
        var anywhere = new TreeSet<String>();
        var settings = new TreeMap<String, String>();
        var disputed = new TreeSet<String>();
        for (var one : all) {
            everywhere.retainAll(one.enabledRules());
            anywhere.addAll(one.enabledRules());
            one.settings().forEach((name, value) -> {
                var known = settings.putIfAbsent(name, value);
                if (known != null && !known.equals(value)) {
                    disputed.add(name);
                }
            });
        }
        if (everywhere.size() < anywhere.size()) {
            int disputedRules = anywhere.size() - everywhere.size();
            notes.add(first.kind() + ": " + disputedRules + (disputedRules == 1 ? " rule is" : " rules are")
                    + " enabled in some of " + all.size() + " runs only, counted as not enabled");
        }
        disputed.forEach(
                name -> notes.add(first.kind() + ": the runs differ in «" + name + "»; it counts as not stated"));
        settings.keySet().removeAll(disputed);
        return new SettingsEvidence(first.kind(), SourceMerge.merge(all), List.copyOf(everywhere), settings);
    }
}
