package dev.plumbline.analyzer.comparing;

import dev.plumbline.analyzer.standard.CompiledRule;
import dev.plumbline.model.evidence.CoverageEvidence;
import dev.plumbline.model.evidence.CoverageTotals;
import dev.plumbline.model.evidence.Evidence;
import dev.plumbline.model.evidence.FindingGroup;
import dev.plumbline.model.evidence.FindingsEvidence;
import dev.plumbline.model.evidence.Fingerprints;
import dev.plumbline.model.evidence.LineSets;
import dev.plumbline.model.evidence.SettingsEvidence;
import dev.plumbline.model.evidence.TestCase;
import dev.plumbline.model.evidence.TestTotals;
import dev.plumbline.model.evidence.TestsEvidence;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Evidence of one build, cut to what another shows in the same way. What needs no cutting is returned as
/// it is.
final class Tailored {
    private Tailored() {}

    /// The rules that a tool is known to have run; null where nobody says.
    record Enabled(@Nullable Set<String> before, @Nullable Set<String> after) {
        boolean differ() {
            return !Objects.equals(before, after);
        }

        boolean isNew(String rule) {
            return before != null && !before.contains(rule);
        }

        boolean isGone(String rule) {
            return before != null && after != null && before.contains(rule) && !after.contains(rule);
        }
    }

    /// {@return tests without those that the other side does not have, coverage without files that are no
    /// longer measured; other evidence as it is}
    ///
    /// @param sameCommit whether both sides are of one commit
    static Evidence toExtent(Evidence was, Evidence is, boolean sameCommit) {
        if (was instanceof TestsEvidence before && is instanceof TestsEvidence after) {
            return kept(before, after);
        }
        return was instanceof CoverageEvidence before && is instanceof CoverageEvidence after
                ? kept(before, after, sameCommit)
                : was;
    }

    private static CoverageEvidence kept(CoverageEvidence was, CoverageEvidence is, boolean sameCommit) {
        var gone = unmeasured(was, is, sameCommit);
        if (gone.isEmpty()) {
            return was;
        }
        int lines = 0;
        int covered = 0;
        for (var file : gone.values()) {
            lines += file.size();
            covered += (int) file.values().stream().filter(hit -> hit).count();
        }
        var all = was.counted();
        int left = Math.max(0, all.linesTotal() - lines);
        var kept = new TreeMap<>(was.lines().files());
        kept.keySet().removeAll(gone.keySet());
        return new CoverageEvidence(
                was.kind(),
                was.source(),
                new CoverageTotals(
                        Math.clamp((long) all.linesCovered() - covered, 0, left),
                        left,
                        all.branchesCovered(),
                        all.branchesTotal(),
                        Math.max(0, all.files() - gone.size())),
                was.declared(),
                LineSets.of(kept));
    }

    /// {@return the files of earlier coverage that a later one no longer has, where that is not plainly the
    /// code's doing: on the same commit all of them; on another none where files came as well, for they may
    /// have moved}
    static Map<Long, SortedMap<Integer, Boolean>> unmeasured(
            CoverageEvidence was, CoverageEvidence is, boolean sameCommit) {
        if (was.lines().truncated() || is.lines().truncated()) {
            return Map.of();
        }
        var measured = is.lines().files().keySet();
        var before = was.lines().files();
        var gone = new TreeMap<Long, SortedMap<Integer, Boolean>>(before);
        gone.keySet().removeAll(measured);
        return measured.isEmpty() || (!sameCommit && !before.keySet().containsAll(measured)) ? Map.of() : gone;
    }

    private static TestsEvidence kept(TestsEvidence was, TestsEvidence is) {
        if (was.names().truncated() || is.names().truncated()) {
            return was;
        }
        long[] names = is.names().hashes();
        var kept = new ArrayList<Long>();
        for (long name : was.names().hashes()) {
            if (Arrays.binarySearch(names, name) >= 0) {
                kept.add(name);
            }
        }
        int gone = was.names().count() - kept.size();
        if (gone == 0) {
            return was;
        }
        var stay = was.notPassed().stream()
                .filter(test -> Arrays.binarySearch(names, Fingerprints.hash(test.name())) >= 0)
                .toList();
        var counted = was.counted();
        var totals = new TestTotals(
                Math.max(0, counted.tests() - gone),
                counted.failures() - gone(was.notPassed(), stay, TestCase.State.FAILED),
                counted.errors() - gone(was.notPassed(), stay, TestCase.State.ERRORED),
                counted.skipped() - gone(was.notPassed(), stay, TestCase.State.SKIPPED),
                counted.flaky() - gone(was.notPassed(), stay, TestCase.State.FLAKY),
                counted.reruns());
        return new TestsEvidence(
                was.kind(),
                was.source(),
                totals,
                was.declared(),
                was.times(),
                stay,
                Fingerprints.of(kept, Fingerprints.TESTS_LIMIT));
    }

    private static int gone(List<TestCase> were, List<TestCase> stay, TestCase.State state) {
        return count(were, state) - count(stay, state);
    }

    private static int count(List<TestCase> tests, TestCase.State state) {
        return (int) tests.stream().filter(test -> test.state() == state).count();
    }

    /// {@return findings and settings as a tool with the other side's enabled rules writes them; other
    /// evidence as it is}
    static Evidence asWrittenBy(Evidence was, Evidence is, Enabled enabled, CompiledRule rule) {
        if (was instanceof FindingsEvidence before && is instanceof FindingsEvidence after && enabled.differ()) {
            return findings(before, after, enabled, rule);
        }
        if (was instanceof SettingsEvidence before
                && is instanceof SettingsEvidence after
                && !before.enabledRules().equals(after.enabledRules())) {
            return new SettingsEvidence(before.kind(), before.source(), after.enabledRules(), before.settings());
        }
        return was;
    }

    /// Findings of rules that are run no longer go. Those of rules that were not run before come, unless a
    /// rule that was run finds more as well: then the code is what changed.
    private static FindingsEvidence findings(
            FindingsEvidence was, FindingsEvidence is, Enabled enabled, CompiledRule rule) {
        var groups = new ArrayList<FindingGroup>();
        was.groups().stream().filter(group -> !enabled.isGone(group.rule())).forEach(groups::add);
        if (onlyNewRulesFindMore(was, is, enabled, rule)) {
            is.groups().stream().filter(group -> enabled.isNew(group.rule())).forEach(groups::add);
        }
        return new FindingsEvidence(was.kind(), was.source(), groups, was.fingerprints(), is.enabledRules());
    }

    private static boolean onlyNewRulesFindMore(
            FindingsEvidence was, FindingsEvidence is, Enabled enabled, CompiledRule rule) {
        var before = open(was, rule);
        return open(is, rule).entrySet().stream()
                .filter(found -> found.getValue() > before.getOrDefault(found.getKey(), 0))
                .allMatch(found -> enabled.isNew(found.getKey()));
    }

    private static Map<String, Integer> open(FindingsEvidence findings, CompiledRule rule) {
        var open = new HashMap<String, Integer>();
        for (var variant : rule.each()) {
            for (int at = 0; at < variant.filters().size(); at++) {
                if (variant.rule().requires().get(at).kind().equals(findings.kind())) {
                    var filter = variant.filters().get(at);
                    findings.groups().stream()
                            .filter(filter::matches)
                            .forEach(group -> open.merge(group.rule(), group.open(), Integer::sum));
                }
            }
            if (!open.isEmpty()) {
                return open;
            }
        }
        return open;
    }
}
