package dev.plumbline.ingest.report.format.settings;

import dev.plumbline.ingest.report.Figures;
import dev.plumbline.ingest.report.Notes;
import dev.plumbline.ingest.report.Reading;
import dev.plumbline.ingest.report.ReportInput;
import dev.plumbline.ingest.report.ReportReader;
import dev.plumbline.ingest.report.ToolRuns;
import dev.plumbline.ingest.report.syntax.Allowance;
import dev.plumbline.ingest.report.syntax.Texts;
import dev.plumbline.model.evidence.Kind;
import dev.plumbline.model.evidence.SettingsEvidence;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;

/// What one configuration says.
final class SettingsSheet {
    static final int NAME_CHARS = 120;
    private static final int VALUE_CHARS = 100;
    private static final int RULES = 10_000;
    private static final int SETTINGS = 500;

    private final Allowance allowance;
    private final Notes notes = new Notes();
    private final TreeSet<String> enabled = new TreeSet<>();
    private final TreeMap<String, String> settings = new TreeMap<>();

    SettingsSheet(Allowance allowance) {
        this.allowance = allowance;
    }

    Notes notes() {
        return notes;
    }

    void enable(String rule) {
        if (!rule.isBlank() && enabled.size() < RULES) {
            allowance.keep(64 + 2L * rule.length());
            enabled.add(Texts.shown(rule, NAME_CHARS));
        }
    }

    void set(String name, String value) {
        if (settings.size() < SETTINGS) {
            allowance.keep(128 + 2L * (name.length() + value.length()));
            settings.put(Texts.shown(name, NAME_CHARS), Texts.shown(value, VALUE_CHARS));
        }
    }

    Reading reading(ReportReader reader, ReportInput input, String tool) {
        var run =
                ToolRuns.joined(ToolRuns.Stated.of(tool, null), input.declared().tool());
        return Reading.of(
                new SettingsEvidence(
                        Kind.settings(tool), reader.source(input, run, notes), List.copyOf(enabled), settings),
                Figures.builder().put("rules", enabled.size()).build());
    }
}
