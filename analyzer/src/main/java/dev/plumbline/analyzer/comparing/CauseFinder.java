package dev.plumbline.analyzer.comparing;

import dev.plumbline.model.evidence.Evidence;
import dev.plumbline.model.evidence.FindingGroup;
import dev.plumbline.model.evidence.FindingsEvidence;
import dev.plumbline.model.evidence.Fingerprints;
import dev.plumbline.model.evidence.Kind;
import dev.plumbline.model.evidence.TestCase;
import dev.plumbline.model.evidence.TestsEvidence;
import dev.plumbline.model.score.Cause;
import dev.plumbline.model.score.Outcome;
import dev.plumbline.model.standard.Requirement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// Why a rule's standing differs, as far as the two verdicts and a look at the evidence tell: in the order ownership,
/// waiver, evidence, tool, code, the first that can account for the difference. Where the inputs of both sides are
/// whole, a {@link Replay} knows better. What else differs is named in either case.
/// Rules whose own text differs never come here: they are not compared.
final class CauseFinder {
    private final Flip flip;

    CauseFinder(Flip flip) {
        this.flip = flip;
    }

    /// {@return the cause by words and digests, then what else changed}
    List<Cause> causes() {
        return with(cause());
    }

    /// {@return the cause, then what else changed}
    List<Cause> with(Cause cause) {
        var also = EnumSet.noneOf(Cause.class);
        if (flip.subjectDiffers()) {
            also.add(Cause.OWNERSHIP);
        }
        if (flip.waiverDiffers()) {
            also.add(Cause.WAIVER);
        }
        if (vanishedFailures() > 0) {
            also.add(Cause.EVIDENCE);
        }
        if (toolDiffers()) {
            also.add(Cause.TOOL);
        }
        if (!flip.sameCommit() && cause != Cause.TOOL && cause != Cause.CODE && !sameReports()) {
            also.add(Cause.CODE);
        }
        if (flip.engineDiffers()) {
            also.add(Cause.ENGINE);
        }
        also.remove(cause);
        var all = new ArrayList<Cause>();
        all.add(cause);
        all.addAll(also);
        return all;
    }

    /// {@return the cause as far as words and digests tell it}
    Cause cause() {
        if (flip.subjectDiffers() && touchesApplicability()) {
            return Cause.OWNERSHIP;
        }
        if (flip.waiverDecides()) {
            return Cause.WAIVER;
        }
        if (flip.worseWord() == Outcome.Word.MISSING) {
            return ranWithoutTheRules() ? Cause.TOOL : Cause.EVIDENCE;
        }
        if (evidenceUseless()) {
            return Cause.EVIDENCE;
        }
        if (sameReports()) {
            return flip.engineDiffers() || readerDiffers() ? Cause.ENGINE : Cause.EVIDENCE;
        }
        if (anotherToolJudged()) {
            return Cause.TOOL;
        }
        if (!flip.regression() && allFailuresVanished()) {
            return Cause.EVIDENCE;
        }
        return flip.sameCommit() || newFindingsComeFromNewRules() ? Cause.TOOL : Cause.CODE;
    }

    private boolean touchesApplicability() {
        return flip.wordBefore() == Outcome.Word.NOT_APPLICABLE || flip.wordAfter() == Outcome.Word.NOT_APPLICABLE;
    }

    /// The unmet side has evidence of its own build, from a tool that ran with other rules than on the other side.
    /// Otherwise evidence is missing: absent, carried for too long, or old.
    private boolean ranWithoutTheRules() {
        var inputs = flip.worse().inputs();
        boolean allThere = kinds().stream()
                .allMatch(kind -> inputs.of(kind) != null && !inputs.carried().contains(kind));
        return allThere
                && flip.requires().stream()
                        .filter(requirement -> !requirement.rules().isEmpty())
                        .map(Requirement::kind)
                        .anyMatch(kind -> inputs.enabledRules(kind) != null && rulesDiffer(kind));
    }

    /// On the side where the rule is unmet, the tool did not do its work.
    private boolean evidenceUseless() {
        return flip.worseWord() == Outcome.Word.ERROR
                && kinds().stream()
                        .map(flip.worse().inputs()::of)
                        .filter(Objects::nonNull)
                        .anyMatch(evidence -> evidence.source().tool().failed());
    }

    /// Every required report is the same file on both sides: no other input of the rule is left to differ.
    private boolean sameReports() {
        return kinds().stream().allMatch(kind -> {
            var before = flip.before().inputs().of(kind);
            var after = flip.after().inputs().of(kind);
            return before != null
                    && after != null
                    && before.source().report().equals(after.source().report())
                    && Objects.equals(
                            flip.before().inputs().enabledRules(kind),
                            flip.after().inputs().enabledRules(kind));
        });
    }

    private boolean readerDiffers() {
        return kinds().stream().anyMatch(kind -> {
            var before = flip.before().inputs().of(kind);
            var after = flip.after().inputs().of(kind);
            return before != null
                    && after != null
                    && !before.source().reader().equals(after.source().reader());
        });
    }

    private boolean toolDiffers() {
        return kinds().stream().anyMatch(kind -> {
            var before = flip.before().inputs().of(kind);
            var after = flip.after().inputs().of(kind);
            return before != null && after != null && (versionDiffers(before, after) || rulesDiffer(kind));
        });
    }

    /// Judged on both sides, though a kind is there on one of them only: an alternative took its place.
    private boolean anotherToolJudged() {
        var before = flip.before().inputs();
        var after = flip.after().inputs();
        return kinds().stream().anyMatch(kind -> before.of(kind) != null)
                && kinds().stream().anyMatch(kind -> after.of(kind) != null)
                && kinds().stream().anyMatch(kind -> (before.of(kind) == null) != (after.of(kind) == null));
    }

    private static boolean versionDiffers(Evidence before, Evidence after) {
        return !before.source().tool().name().equals(after.source().tool().name())
                || !Objects.equals(
                        before.source().tool().version(), after.source().tool().version());
    }

    private boolean rulesDiffer(Kind kind) {
        return !Objects.equals(
                flip.before().inputs().enabledRules(kind), flip.after().inputs().enabledRules(kind));
    }

    /// Every finding that is new is of a rule that the tool did not run before: the code may be as it was.
    private boolean newFindingsComeFromNewRules() {
        if (!flip.regression() || !toolDiffers()) {
            return false;
        }
        boolean any = false;
        for (var requirement : flip.requires()) {
            var enabledBefore = flip.before().inputs().enabledRules(requirement.kind());
            for (var rule : newlyFound(requirement)) {
                if (enabledBefore == null || enabledBefore.contains(rule)) {
                    return false;
                }
                any = true;
            }
        }
        return any;
    }

    private Set<String> newlyFound(Requirement requirement) {
        var before = open(requirement, flip.before().inputs());
        var found = new TreeSet<String>();
        open(requirement, flip.after().inputs()).forEach((rule, count) -> {
            if (count > before.getOrDefault(rule, 0)) {
                found.add(rule);
            }
        });
        return found;
    }

    private static Map<String, Integer> open(Requirement requirement, Inputs inputs) {
        var open = new HashMap<String, Integer>();
        if (inputs.of(requirement.kind()) instanceof FindingsEvidence findings) {
            findings.groups().stream()
                    .filter(group -> concerns(requirement, group))
                    .forEach(group -> open.merge(group.rule(), group.open(), Integer::sum));
        }
        return open;
    }

    private static boolean concerns(Requirement requirement, FindingGroup group) {
        boolean area = requirement.areas().isEmpty() || requirement.areas().contains(group.area());
        return area
                && (requirement.rules().isEmpty()
                        || requirement.rules().stream()
                                .anyMatch(rule -> rule.endsWith("*")
                                        ? group.rule().startsWith(rule.substring(0, rule.length() - 1))
                                        : group.rule().equals(rule)));
    }

    private boolean allFailuresVanished() {
        int failures = flip.requires().stream()
                .map(requirement -> flip.before().inputs().of(requirement.kind()))
                .mapToInt(CauseFinder::failures)
                .sum();
        return failures > 0 && vanishedFailures() == failures;
    }

    private static int failures(@Nullable Evidence evidence) {
        return evidence instanceof TestsEvidence tests
                ? tests.counted().failures() + tests.counted().errors()
                : 0;
    }

    /// How many tests failed before and are no longer among the tests: nothing shows that they were repaired.
    private int vanishedFailures() {
        int vanished = 0;
        for (var kind : kinds()) {
            if (flip.before().inputs().of(kind) instanceof TestsEvidence before
                    && flip.after().inputs().of(kind) instanceof TestsEvidence after
                    && !after.names().truncated()) {
                long[] names = after.names().hashes();
                vanished += (int) before.notPassed().stream()
                        .filter(test -> test.state() == TestCase.State.FAILED || test.state() == TestCase.State.ERRORED)
                        .filter(test -> Arrays.binarySearch(names, Fingerprints.hash(test.name())) < 0)
                        .count();
            }
        }
        return vanished;
    }

    private Set<Kind> kinds() {
        var kinds = new TreeSet<Kind>();
        flip.requires().forEach(requirement -> kinds.add(requirement.kind()));
        return kinds;
    }
}
