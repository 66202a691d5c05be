package dev.plumbline.analyzer.build;

import dev.plumbline.model.evidence.Fingerprints;
import dev.plumbline.model.evidence.TestCase;
import dev.plumbline.model.evidence.TestTimes;
import dev.plumbline.model.evidence.TestTotals;
import dev.plumbline.model.evidence.TestsEvidence;
import dev.plumbline.model.evidence.TimeSpread;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;

/// Tests of several reports: a case that several name counts once, with the worst of what they say.
///
/// Percentiles are reckoned anew from how many cases took how long; where a report does not say that, the
/// larger of each stands, which is an upper bound.
final class TestsMerge {
    private static final List<TestCase.State> WORST_FIRST =
            List.of(TestCase.State.FAILED, TestCase.State.ERRORED, TestCase.State.FLAKY, TestCase.State.SKIPPED);
    private static final Comparator<TestCase> ORDER = Comparator.comparing(TestCase::name)
            .thenComparingInt(one -> WORST_FIRST.indexOf(one.state()))
            .thenComparing(TestCase::message);

    private TestsMerge() {}

    static TestsEvidence merge(List<TestsEvidence> all, List<String> notes) {
        var first = all.getFirst();
        var names = HashUnion.of(all.stream().map(TestsEvidence::names).toList(), Fingerprints.TESTS_LIMIT);
        if (!names.known()) {
            notes.add(first.kind() + ": one of " + all.size()
                    + " reports is too large to keep the names of its tests; a test that "
                    + "several reports name counts in each");
        } else if (names.repeated() > 0) {
            notes.add(first.kind() + ": " + names.repeated() + (names.repeated() == 1 ? " test is in" : " tests are in")
                    + " several of " + all.size() + " reports, counted once, as the worst of what the reports say");
        }
        var worst = new TreeMap<String, TestCase>();
        var superseded = new ArrayList<TestCase>();
        all.stream().flatMap(one -> one.notPassed().stream()).sorted(ORDER).forEach(one -> {
            if (worst.putIfAbsent(one.name(), one) != null && names.known()) {
                superseded.add(one);
            }
        });
        var sum = all.stream()
                .map(TestsEvidence::counted)
                .reduce(TestTotals::plus)
                .orElseThrow();
        return new TestsEvidence(
                first.kind(),
                SourceMerge.merge(all),
                less(sum, names.repeated(), superseded),
                null,
                times(all),
                worst.values().stream().limit(TestsEvidence.NAMED_LIMIT).toList(),
                names.union());
    }

    private static TestTotals less(TestTotals sum, int repeated, List<TestCase> superseded) {
        return new TestTotals(
                Math.max(0, sum.tests() - repeated),
                Math.max(0, sum.failures() - count(superseded, TestCase.State.FAILED)),
                Math.max(0, sum.errors() - count(superseded, TestCase.State.ERRORED)),
                Math.max(0, sum.skipped() - count(superseded, TestCase.State.SKIPPED)),
                Math.max(0, sum.flaky() - count(superseded, TestCase.State.FLAKY)),
                sum.reruns());
    }

    private static int count(List<TestCase> cases, TestCase.State state) {
        return (int) cases.stream().filter(one -> one.state() == state).count();
    }

    private static TestTimes times(List<TestsEvidence> all) {
        var timed = all.stream()
                .map(TestsEvidence::times)
                .filter(one -> !one.equals(TestTimes.NONE))
                .toList();
        if (timed.size() < 2) {
            return timed.isEmpty() ? TestTimes.NONE : timed.getFirst();
        }
        long longest = timed.stream().mapToLong(TestTimes::maxMicros).max().orElse(0);
        long sum = timed.stream().mapToLong(TestTimes::totalMicros).sum();
        var spreads =
                timed.stream().map(TestTimes::spread).filter(Objects::nonNull).toList();
        if (spreads.size() < timed.size()) {
            return new TestTimes(
                    timed.stream().mapToLong(TestTimes::p50Micros).max().orElse(0),
                    timed.stream().mapToLong(TestTimes::p95Micros).max().orElse(0),
                    longest,
                    sum,
                    null);
        }
        var spread = TimeSpread.united(spreads);
        return new TestTimes(
                Math.min(longest, spread.percentile(50)),
                Math.min(longest, spread.percentile(95)),
                longest,
                sum,
                spread);
    }
}
