package dev.plumbline.ingest.statement;

import dev.plumbline.model.build.CommitId;
import dev.plumbline.model.build.Lineage;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Where a build stands: `branch`, `defaultBranch`, `changeId`, `mergeBase`, `changedLines`.
///
/// With a `changeId` the build belongs to that change request, whatever `defaultBranch` says. Without one it
/// stands on the default branch if `defaultBranch` is true; where that is not said, if `branch` is absent,
/// `main` or `master`.
final class LineageFields {
    private static final Pattern BRANCH = Pattern.compile("[^\\s\\p{Cntrl}]{1,255}");
    private static final Pattern CHANGE = Pattern.compile("[A-Za-z0-9._/#!-]{1,100}");

    private LineageFields() {}

    static Lineage read(Fields fields, List<String> notes) {
        String branch = fields.parsed("branch", text -> matching(BRANCH, text, "a branch, such as main"));
        String change =
                fields.parsed("changeId", text -> matching(CHANGE, text, "a change request's number, such as 412"));
        CommitId mergeBase = fields.parsed("mergeBase", CommitId::new);
        Integer changedLines = fields.number("changedLines", 0, 100_000_000);
        Boolean said = fields.flag("defaultBranch");
        if (change != null) {
            if (Boolean.TRUE.equals(said)) {
                notes.add("defaultBranch was not used: with a changeId the build belongs to change " + change + ".");
            }
            return new Lineage.ChangeRequest(
                    change, branch == null ? "change/" + change : branch, mergeBase, changedLines);
        }
        onlyOfChange(fields, "mergeBase", mergeBase);
        onlyOfChange(fields, "changedLines", changedLines);
        return withoutChange(fields, branch, said);
    }

    private static Lineage withoutChange(Fields fields, @Nullable String branch, @Nullable Boolean said) {
        boolean usual = branch == null || branch.equals("main") || branch.equals("master");
        if (said == null ? usual : said) {
            return new Lineage.DefaultBranch(branch == null ? "main" : branch);
        }
        if (branch == null) {
            throw fields.place("defaultBranch").refuse("is false, and no branch is named.", "Add \"branch\": \"…\".");
        }
        return new Lineage.SideBranch(branch);
    }

    private static void onlyOfChange(Fields fields, String name, @Nullable Object value) {
        if (value != null) {
            throw fields.place(name)
                    .refuse("belongs to a change request, and none is named.", "Add \"changeId\", or leave this out.");
        }
    }

    private static String matching(Pattern pattern, String text, String what) {
        if (!pattern.matcher(text).matches()) {
            throw new IllegalArgumentException("Write " + what);
        }
        return text;
    }
}
