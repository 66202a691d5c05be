package dev.plumbline.analyzer.comparing;

import dev.plumbline.analyzer.scoring.Freshness;
import dev.plumbline.model.build.CommitId;
import dev.plumbline.model.evidence.CoverageEvidence;
import dev.plumbline.model.evidence.Kind;
import dev.plumbline.model.score.Cause;
import dev.plumbline.model.score.Course;
import dev.plumbline.model.score.Outcome;
import dev.plumbline.model.score.RuleResult;
import dev.plumbline.model.standard.Requirement;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// A change in words: what, since which build, and why.
final class Explanation {
    /// What is said where a cause is not proven by trying it.
    static final String INFERRED =
            " Not all that the earlier verdict rested on is kept: the cause is told by the verdicts and what is left.";

    private Explanation() {}

    static String found(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Passed passed -> passed.found();
            case Outcome.Failed failed -> failed.found();
            case Outcome.NotApplicable none -> none.reason();
            case Outcome.Pending pending -> "awaited: " + pending.awaited();
            case Outcome.Missing missing -> missing.reason();
            case Outcome.Errored errored -> errored.reason();
        };
    }

    static String sentence(Flip flip, RuleResult result, List<Cause> causes, CommitId before, Course course) {
        var text = new StringBuilder();
        text.append(result.rule())
                .append(" went from ")
                .append(flip.verdictBefore())
                .append(" to ")
                .append(flip.verdictAfter());
        text.append(since(course.against(), before)).append(": ");
        text.append(reason(causes.getFirst(), flip, result.outcome()));
        if (causes.size() > 1) {
            text.append(" Also different: ");
            text.append(causes.stream().skip(1).map(Explanation::noun).collect(Collectors.joining(", ")));
            text.append('.');
        }
        if (course.damped() > 0) {
            text.append(" It flips to and fro; ")
                    .append(course.damped())
                    .append(course.damped() == 1 ? " flip was not told." : " flips were not told.");
        }
        return text.toString();
    }

    /// {@return why a change request is compared with the newest build of the default branch}
    static String latest(@Nullable CommitId mergeBase) {
        return " Baseline: latest, for the merge base "
                + (mergeBase == null ? "was not stated." : mergeBase.abbreviated() + " is not among the builds kept.");
    }

    /// A rule that stood as a regression, was not judged so on the baseline, and holds.
    static String heldAgain(RuleResult result, Verdict stood, Cause cause) {
        return result.rule() + " came to " + stood + " when it got worse, and is " + Verdict.of(result) + " now; "
                + (cause == Cause.OWNERSHIP
                        ? "what is known of the repository, and with it what applies, has changed since."
                        : "the standard or its binding has changed since.");
    }

    private static String since(Course.Against against, CommitId before) {
        return switch (against) {
            case PREVIOUS, MERGE_BASE, LATEST -> " since commit " + before.abbreviated();
            case SAME_BUILD -> ", the build being the same";
        };
    }

    private static String reason(Cause cause, Flip flip, Outcome now) {
        return switch (cause) {
            case STANDARD -> "the standard or its binding changed.";
            case OWNERSHIP -> "what is known of the repository changed, and with it what applies.";
            case WAIVER -> flip.regression() ? "an exception ended." : "an exception began.";
            case EVIDENCE -> evidence(flip, now);
            case TOOL ->
                flip.sameCommit()
                        ? "the commit is the same, so the tool or its surroundings changed" + tools(flip) + "."
                        : "the tool or its enabled rules changed" + tools(flip) + ".";
            case CODE -> "the code changed.";
            case ENGINE -> "the reports are the same; another version of Plumbline read or judged them.";
        };
    }

    private static String evidence(Flip flip, Outcome now) {
        if (!flip.regression() && flip.wordBefore() == Outcome.Word.FAIL) {
            return "what failed before is no longer in the report; nothing shows that it was repaired.";
        }
        int unmeasured = unmeasured(flip);
        if (flip.regression() && unmeasured > 0) {
            return unmeasured + (unmeasured == 1 ? " file is" : " files are")
                    + " no longer in the report, and what is left falls short; nothing shows that the code changed it.";
        }
        return (flip.regression() ? lost(flip, now) : gained(flip)) + " (" + kinds(flip) + ").";
    }

    private static String lost(Flip flip, Outcome now) {
        if (attested(flip)) {
            return "no word of a person holds for it any more";
        }
        if (broken(flip.after(), flip.wordAfter(), flip.requires())) {
            return "its tool did not do its work";
        }
        if (now instanceof Outcome.Missing missing && Freshness.isComplaint(missing.reason())) {
            return "its evidence is too old";
        }
        return now instanceof Outcome.Missing && absent(flip.after(), flip.requires())
                ? "its evidence is absent"
                : "its evidence no longer shows it";
    }

    /// Says nothing of the baseline that is not known of it: of an older one, no evidence is kept.
    private static String gained(Flip flip) {
        if (attested(flip)) {
            return "a person's word holds for it now";
        }
        if (broken(flip.before(), flip.wordBefore(), flip.requires())) {
            return "its tool did its work this time";
        }
        return absent(flip.before(), flip.requires()) ? "its evidence is there now" : "its evidence shows it now";
    }

    private static boolean attested(Flip flip) {
        return flip.requires().stream()
                .anyMatch(requirement -> requirement.kind().attested());
    }

    private static boolean broken(Flip.Side side, Outcome.Word word, List<Requirement> requires) {
        return word == Outcome.Word.ERROR
                && requires.stream()
                        .map(requirement -> side.inputs().of(requirement.kind()))
                        .anyMatch(evidence ->
                                evidence != null && evidence.source().tool().failed());
    }

    /// Whether the build brought nothing of what was judged on the other side, nor carried any.
    private static boolean absent(Flip.Side side, List<Requirement> requires) {
        return requires.stream().anyMatch(requirement -> side.inputs().of(requirement.kind()) == null);
    }

    private static int unmeasured(Flip flip) {
        int files = 0;
        for (var requirement : flip.requires()) {
            if (flip.before().inputs().of(requirement.kind()) instanceof CoverageEvidence before
                    && flip.after().inputs().of(requirement.kind()) instanceof CoverageEvidence after) {
                files += Tailored.unmeasured(before, after, flip.sameCommit()).size();
            }
        }
        return files;
    }

    private static String kinds(Flip flip) {
        return flip.requires().stream()
                .map(Requirement::kind)
                .distinct()
                .sorted()
                .map(Kind::value)
                .collect(Collectors.joining(", "));
    }

    private static String tools(Flip flip) {
        var differences = flip.requires().stream()
                .map(Requirement::kind)
                .distinct()
                .sorted()
                .map(kind -> difference(
                        flip.before().inputs().tool(kind), flip.after().inputs().tool(kind)))
                .filter(Objects::nonNull)
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining(", "));
        return differences.isEmpty() ? "" : " (" + differences + ")";
    }

    private static String difference(String before, String after) {
        return before.equals(after) || before.isEmpty() || after.isEmpty() ? "" : before + " → " + after;
    }

    private static String noun(Cause cause) {
        return switch (cause) {
            case STANDARD -> "the standard";
            case OWNERSHIP -> "the facts about the repository";
            case WAIVER -> "an exception";
            case EVIDENCE -> "the extent of the evidence";
            case TOOL -> "the tool";
            case CODE -> "the code";
            case ENGINE -> "the version of Plumbline";
        };
    }
}
