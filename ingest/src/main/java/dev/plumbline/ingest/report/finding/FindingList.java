package dev.plumbline.ingest.report.finding;

import dev.plumbline.ingest.report.syntax.Allowance;
import dev.plumbline.ingest.report.syntax.Limits;
import dev.plumbline.ingest.report.syntax.MalformedReport;
import dev.plumbline.ingest.report.syntax.Texts;
import dev.plumbline.ingest.report.syntax.Where;
import dev.plumbline.model.evidence.Digest;
import dev.plumbline.model.evidence.FindingGroup;
import dev.plumbline.model.evidence.Fingerprints;
import dev.plumbline.model.evidence.Position;
import dev.plumbline.model.evidence.Severity;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Collects the findings of one tool. What comes out does not depend on the order in which they went in.
public final class FindingList {
    private static final int RULE_CHARS = 200;
    private static final int BYTES_PER_ENTRY = 160;

    private final String tool;
    private final Allowance allowance;
    private final List<Finding> entries = new ArrayList<>();
    /// The file of each entry.
    private final List<InFile> places = new ArrayList<>();

    private final Map<String, InFile> files = new LinkedHashMap<>();
    private final RecentTexts rules = new RecentTexts(rule -> Texts.shown(rule, RULE_CHARS));
    private final RecentTexts messages = new RecentTexts(text -> Texts.firstLine(text, Finding.MESSAGE_LIMIT));
    private @Nullable List<Finding> sorted;
    private InFile last = file("");

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
        String shown = messages.shown(message);
        String id = rules.shown(rule);
        allowance.keep(BYTES_PER_ENTRY + 2L * (shown.length() + id.length() + path.length()));
        sorted = null;
        InFile file = place(path);
        entries.add(new Finding(tool, id, severity, file.area, file.path, Math.max(0, line), shown, state));
        places.add(file);
    }

    /// Findings of one file mostly come one after another.
    private InFile place(String path) {
        InFile file = last;
        if (!path.equals(file.path)) {
            file = file(path);
            last = file;
        }
        file.count++;
        return file;
    }

    private InFile file(String path) {
        InFile known = files.get(path);
        if (known == null) {
            known = new InFile(path);
            files.put(path, known);
        }
        return known;
    }

    /// {@return the same entries as those of another tool}
    public FindingList named(String other) {
        if (other.equals(tool)) {
            return this;
        }
        var list = new FindingList(other, allowance);
        for (Finding entry : entries) {
            InFile file = list.place(entry.path());
            list.places.add(file);
            list.entries.add(new Finding(
                    other,
                    entry.rule(),
                    entry.severity(),
                    entry.area(),
                    file.path,
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
        long count = 0;
        for (Finding entry : entries) {
            count += entry.state() == state ? 1 : 0;
        }
        return count;
    }

    /// {@return all entries, sorted}
    public List<Finding> sorted() {
        if (sorted == null) {
            sorted = List.of(byPath());
        }
        return sorted;
    }

    /// Findings of one file lie together in most reports, and in the order of their lines: they are put
    /// beside one another file by file, and then nearly nothing is left to be sorted.
    private Finding[] byPath() {
        InFile[] inOrder = files.values().toArray(InFile[]::new);
        Arrays.sort(inOrder, Comparator.comparing(file -> file.path));
        int from = 0;
        for (InFile file : inOrder) {
            file.next = from;
            from += file.count;
        }
        var array = new Finding[entries.size()];
        for (int i = 0; i < array.length; i++) {
            array[places.get(i).next++] = entries.get(i);
        }
        for (InFile file : inOrder) {
            FileOrder.sort(array, file.next - file.count, file.next);
        }
        return array;
    }

    /// {@return the open and the suppressed findings by rule, area and severity}
    public List<FindingGroup> groups() {
        var groups = new HashMap<Group, Tally>();
        Group last = null;
        Tally tally = null;
        for (Finding finding : sorted()) {
            if (finding.state() != Finding.State.OPEN && finding.state() != Finding.State.SUPPRESSED) {
                continue;
            }
            if (tally == null || last == null || !last.has(finding)) {
                last = new Group(finding.rule(), finding.area(), finding.severity());
                tally = groups.computeIfAbsent(last, _ -> new Tally());
            }
            tally.add(finding);
        }
        return groups.entrySet().stream()
                .map(group -> group.getValue().of(group.getKey()))
                .sorted()
                .toList();
    }

    /// Hashes of the open findings. A hash holds tool, rule, path and message without its numbers, and
    /// which of several equal ones it is: code that moves keeps its findings. No two are equal, so where
    /// they are too many they are counted without being made.
    public Fingerprints fingerprints() {
        int open = (int) count(Finding.State.OPEN);
        if (open > Fingerprints.FINDINGS_LIMIT) {
            return new Fingerprints("", open, true);
        }
        var alike = HashMap.<Alike, Alike>newHashMap(open);
        var hashes = new long[open];
        int made = 0;
        var numberless = new RecentTexts(FindingList::withoutNumbers);
        var digest = Digest.sha256();
        for (Finding finding : entries) {
            if (finding.state() == Finding.State.OPEN) {
                var first = new Alike(finding.rule(), finding.path(), numberless.shown(finding.message()));
                Alike known = alike.putIfAbsent(first, first);
                hashes[made++] = (known == null ? first : known).next(tool, digest);
            }
        }
        return Fingerprints.of(hashes, Fingerprints.FINDINGS_LIMIT);
    }

    /// Each run of digits becomes one `#`.
    private static String withoutNumbers(String message) {
        var text = new StringBuilder();
        int from = 0;
        for (int i = 0; i < message.length(); i++) {
            if (digit(message, i)) {
                text.append(message, from, i).append('#');
                while (i + 1 < message.length() && digit(message, i + 1)) {
                    i++;
                }
                from = i + 1;
            }
        }
        return from == 0
                ? message
                : text.append(message, from, message.length()).toString();
    }

    private static boolean digit(String message, int at) {
        char c = message.charAt(at);
        return c >= '0' && c <= '9';
    }

    /// A file with how many entries it has, and where the next of them goes.
    private static final class InFile {
        private final String path;
        private final FindingGroup.Area area;
        private int count;
        private int next;

        InFile(String path) {
            this.path = path;
            this.area = Areas.of(path);
        }
    }

    private record Group(String rule, FindingGroup.Area area, Severity severity) {
        boolean has(Finding finding) {
            return finding.area() == area
                    && finding.severity() == severity
                    && finding.rule().equals(rule);
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Group group
                    && group.area == area
                    && group.severity == severity
                    && group.rule.equals(rule);
        }

        /// What the platform makes of a record's components is slower.
        @Override
        public int hashCode() {
            return 31 * (31 * rule.hashCode() + area.hashCode()) + severity.hashCode();
        }
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

        FindingGroup of(Group group) {
            return new FindingGroup(group.rule(), group.area(), group.severity(), open, suppressed, samples);
        }
    }
}
