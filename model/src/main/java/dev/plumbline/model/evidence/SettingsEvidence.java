package dev.plumbline.model.evidence;

import java.util.List;
import java.util.Map;

/// How a tool was configured: what makes the absence of findings mean something.
///
/// @param enabledRules ids of the rules that were run
/// @param settings further settings that rules ask for, by the tool's own dotted name
public record SettingsEvidence(Kind kind, Source source, List<String> enabledRules, Map<String, String> settings)
        implements Evidence {
    public SettingsEvidence {
        enabledRules = InOrder.of(enabledRules);
        settings = SortedEntries.copyOf(settings);
    }
}
