package dev.plumbline.ingest.statement;

import dev.plumbline.ingest.report.Declared;
import dev.plumbline.ingest.report.DeclaredTool;
import dev.plumbline.model.build.Build;
import dev.plumbline.model.build.BuildKey;
import dev.plumbline.model.build.BuildTimes;
import dev.plumbline.model.build.CommitId;
import dev.plumbline.model.build.Subject;
import dev.plumbline.model.evidence.Format;
import dev.plumbline.model.evidence.Kind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Reads the `build` part of an upload. All but the repository, `commit` and `run` may be left out; whatever
/// else is there must be right, since a misspelt field would silently change the verdict.
public final class BuildPart {
    /// No honest build part is larger.
    public static final int MAX_BYTES = 256 * 1024;

    private static final Set<String> BUILD_FIELDS = Set.of(
            "repository",
            "commit",
            "branch",
            "defaultBranch",
            "changeId",
            "mergeBase",
            "changedLines",
            "run",
            "attempt",
            "startedAt",
            "finishedAt",
            "expects",
            "complete",
            "subject",
            "reports",
            "receivedAt");
    private static final Set<String> SUBJECT_FIELDS = Set.of("languages", "type", "dependencies", "lifecycle");
    private static final Set<String> REPORT_FIELDS = Set.of("part", "kind", "format", "tool");
    private static final Set<String> TOOL_FIELDS =
            Set.of("name", "version", "exitCode", "startedAt", "finishedAt", "databaseAt");
    private static final Pattern WORD = Pattern.compile("[A-Za-z0-9][A-Za-z0-9 ._+#-]{0,59}");
    private static final Pattern PACKAGE = Pattern.compile("[A-Za-z0-9@][A-Za-z0-9@/:._+-]{0,99}");
    private static final Pattern LABEL = Pattern.compile("[^\\p{Cntrl}]{1,200}");
    private static final int MAX_REPORTS = 64;
    private static final int MAX_DEPENDENCIES = 1_000;

    private BuildPart() {}

    public static Statement read(byte[] json) {
        if (json.length > MAX_BYTES) {
            throw new Place("", 1, 1)
                    .refuse(
                            "has more than " + MAX_BYTES + " bytes.",
                            "Send reports as parts of their own, not in the build part.");
        }
        var fields = Fields.of(LocatedJson.read(json), BUILD_FIELDS);
        var repository = RepositoryPart.read(fields);
        var notes = new ArrayList<String>();
        var lineage = LineageFields.read(fields, notes);
        var build = new Build(
                key(fields, repository),
                repository.name(),
                lineage,
                times(fields),
                Objects.requireNonNullElse(fields.texts("expects", 100, Kind::new), List.of()),
                Boolean.TRUE.equals(fields.flag("complete")),
                subject(fields));
        return new Statement(build, fields.instant("receivedAt"), reports(fields), notes);
    }

    private static BuildKey key(Fields fields, RepositoryPart repository) {
        String sha = fields.requiredText("commit", "the full commit id, for example \"$(git rev-parse HEAD)\"");
        CommitId commit = Fields.parse(fields.place("commit"), sha, CommitId::new);
        String run = fields.requiredText("run", "what your CI calls this run, for example \"8123456\"");
        Integer attempt = fields.number("attempt", 1, 10_000);
        return Fields.parse(
                fields.place("run"),
                run,
                text -> new BuildKey(
                        repository.id(), repository.component(), commit, text, attempt == null ? 1 : attempt));
    }

    private static BuildTimes times(Fields fields) {
        @Nullable Instant startedAt = fields.instant("startedAt");
        @Nullable Instant finishedAt = fields.instant("finishedAt");
        if (startedAt != null && finishedAt != null && finishedAt.isBefore(startedAt)) {
            throw fields.place("finishedAt").refuse("is before startedAt.", "Check which of the two is meant.");
        }
        return new BuildTimes(startedAt, finishedAt);
    }

    private static Subject subject(Fields fields) {
        Fields subject = fields.object("subject", SUBJECT_FIELDS);
        return subject == null
                ? Subject.UNKNOWN
                : new Subject(
                        subject.texts(
                                "languages",
                                50,
                                text -> matching(WORD, text, "python").toLowerCase(Locale.ROOT)),
                        subject.parsed("type", text -> matching(WORD, text, "service")),
                        subject.texts("dependencies", MAX_DEPENDENCIES, text -> matching(PACKAGE, text, "fastapi")),
                        subject.parsed("lifecycle", text -> matching(WORD, text, "production")));
    }

    private static List<ReportEntry> reports(Fields fields) {
        List<Located> items = fields.items("reports", MAX_REPORTS);
        return items == null
                ? List.of()
                : items.stream()
                        .map(item -> report(Fields.object(item, REPORT_FIELDS)))
                        .toList();
    }

    private static ReportEntry report(Fields entry) {
        return new ReportEntry(
                entry.requiredText("part", "the name or file name of the form part, for example \"ruff.json\""),
                new Declared(entry.parsed("kind", Kind::new), entry.parsed("format", Format::new), tool(entry)),
                entry.place());
    }

    private static DeclaredTool tool(Fields entry) {
        Fields tool = entry.object("tool", TOOL_FIELDS);
        return tool == null
                ? DeclaredTool.NOTHING
                : new DeclaredTool(
                        tool.parsed("name", text -> matching(LABEL, text, "ruff")),
                        tool.parsed("version", text -> matching(LABEL, text, "0.17.5")),
                        tool.number("exitCode", -1_000_000, Integer.MAX_VALUE),
                        tool.instant("startedAt"),
                        tool.instant("finishedAt"),
                        tool.instant("databaseAt"));
    }

    private static String matching(Pattern pattern, String text, String example) {
        if (!pattern.matcher(text).matches()) {
            throw new IllegalArgumentException("Write something like \"" + example + "\"");
        }
        return text;
    }
}
