package dev.plumbline.ingest.report.finding;

import dev.plumbline.ingest.report.syntax.Allowance;
import dev.plumbline.ingest.report.syntax.Limits;
import dev.plumbline.ingest.report.syntax.MalformedReport;
import dev.plumbline.ingest.report.syntax.Texts;
import dev.plumbline.ingest.report.syntax.Where;
import dev.plumbline.model.evidence.FindingGroup;
import dev.plumbline.model.evidence.Fingerprints;
import dev.plumbline.model.evidence.Position;
import dev.plumbline.model.evidence.Severity;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/// Collects the findings of one tool. What comes out does not depend on the order in which they went in.
public final class FindingList {
    private static final int RULE_CHARS = 200;
    private static final int BYTES_PER_ENTRY = 160;
    private static final Pattern NUMBERS = Pattern.compile("[0-9]+");

    private final String tool;
    private final Allowance allowance;
    private final List<Finding> entries = new ArrayList<>();
    private final Map<String, FindingGroup.Area> areas = new HashMap<>();

    public FindingList(String tool, Allowance allowance) {
        this.tool = tool;
        this.allowance = allowance;
    }

    /// @param path as {@link ReportPath} makes it
    public void add(String rule, Severity severity, String path, int line, String message, Finding.State state) {
        if (entries.size() == Limits.ENTRIES) {
            throw new MalformedReport(
                    Where.WHOLE,
                    "The report lists more than " + Limits.ENTRIES + " findings.",
                    "Split the report, for example by module, and send the pieces as parts of one upload.");
        }
        String shown = Texts.firstLine(message, Finding.MESSAGE_LIMIT);
        String id = Texts.shown(rule, RULE_CHARS);
        allowance.keep(BYTES_PER_ENTRY + 2L * (shown.length() + id.length() + path.length()));
        entries.add(new Finding(
                tool, id, severity, areas.computeIfAbsent(path, Areas::of), path, Math.max(0, line), shown, state));
    }

    /// {@return the same entries as those of another tool}
    public FindingList named(String other) {
        var list = new FindingList(other, allowance);
        for (Finding entry : entries) {
            list.entries.add(new Finding(
                    other,
                    entry.rule(),
                    entry.severity(),
                    entry.area(),
                    entry.path(),
                    entry.line(),
                    entry.message(),
                    entry.state()));
        }
        return list;
    }

    public int size() {
        return entries.size();
    }

    public long count(Finding.State state) {
        return entries.stream().filter(finding -> finding.state() == state).count();
    }

    /// {@return all entries, sorted}
    public List<Finding> sorted() {
        return entries.stream().sorted(Finding.ORDER).toList();
    }

    /// {@return the open and the suppressed findings by rule, area and severity}
    public List<FindingGroup> groups() {
        var groups = new TreeMap<FindingGroup, Tally>();
        for (Finding finding : sorted()) {
            boolean counts = finding.state() == Finding.State.OPEN || finding.state() == Finding.State.SUPPRESSED;
            if (counts) {
                var key = new FindingGroup(finding.rule(), finding.area(), finding.severity(), 0, 0, List.of());
                groups.computeIfAbsent(key, _ -> new Tally()).add(finding);
            }
        }
        return groups.entrySet().stream()
                .map(group -> group.getValue().named(group.getKey()))
                .toList();
    }

    /// Hashes of the open findings. A hash holds tool, rule, path and message without its numbers, and which of
    /// several equal ones it is: code that moves keeps its findings.
    public Fingerprints fingerprints() {
        var equals = new HashMap<String, Integer>();
        var hashes = new HashSet<Long>();
        for (Finding finding : entries) {
            if (finding.state() == Finding.State.OPEN) {
                String what = String.join(
                        "\0",
                        finding.tool(),
                        finding.rule(),
                        finding.path(),
                        NUMBERS.matcher(finding.message()).replaceAll("#"));
                hashes.add(Fingerprints.hash(what + "\0" + equals.merge(what, 1, Integer::sum)));
            }
        }
        return Fingerprints.of(hashes, Fingerprints.FINDINGS_LIMIT);
    }

    private static final class Tally {
        private int open;
        private int suppressed;
        private final List<Position> samples = new ArrayList<>();

        void add(Finding finding) {
            if (finding.state() == Finding.State.SUPPRESSED) {
                suppressed++;
                return;
            }
            open++;
            if (samples.size() < FindingGroup.SAMPLE_LIMIT) {
                samples.add(new Position(finding.path(), finding.line(), finding.message()));
            }
        }

        FindingGroup named(FindingGroup key) {
            return new FindingGroup(key.rule(), key.area(), key.severity(), open, suppressed, samples);
        }
    }
}
