package dev.plumbline.analyzer.comparing;

import dev.plumbline.model.build.CommitId;
import dev.plumbline.model.evidence.Kind;
import dev.plumbline.model.standard.RuleId;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What a comparison left out, in words.
public final class Remarks {
    private static final int NAMED = 10;

    private Remarks() {}

    static String latest(Baseline before, @Nullable CommitId mergeBase) {
        return "baseline: latest (commit " + before.commit().abbreviated() + "), for the merge base "
                + (mergeBase == null
                        ? "was not stated."
                        : mergeBase.abbreviated() + " is not among the last " + Baselines.KEPT
                                + " final builds of the default branch.");
    }

    /// @param kinds that builds after a late one have brought, so that what was before it is no longer kept
    public static List<String> replaced(Set<Kind> kinds) {
        return kinds.stream()
                .sorted()
                .map(kind -> kind + ": the build brought none, and whether there was one before it that it would carry"
                        + " is no longer known, for newer builds have brought theirs; nothing is told by its absence.")
                .toList();
    }

    static String notCompared(Baseline before, List<RuleId> rules) {
        return "not compared with commit " + before.commit().abbreviated() + " (standard changed): " + names(rules)
                + ".";
    }

    static String small(@Nullable Integer lines, int least, List<RuleId> rules) {
        return "small change (" + lines + " changed lines, under " + least + "): not held to ratios, else worse: "
                + names(rules) + ".";
    }

    private static String names(List<RuleId> rules) {
        String named = rules.stream()
                .distinct()
                .sorted()
                .limit(NAMED)
                .map(RuleId::value)
                .collect(Collectors.joining(", "));
        long all = rules.stream().distinct().count();
        return all <= NAMED ? named : named + " and " + (all - NAMED) + " more";
    }
}
