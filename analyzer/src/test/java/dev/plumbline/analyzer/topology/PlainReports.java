package dev.plumbline.analyzer.topology;

import dev.plumbline.analyzer.build.Given;
import dev.plumbline.model.build.BuildTimes;
import dev.plumbline.model.evidence.AuditEvidence;
import dev.plumbline.model.evidence.CoverageEvidence;
import dev.plumbline.model.evidence.Evidence;
import dev.plumbline.model.evidence.FindingGroup;
import dev.plumbline.model.evidence.FindingsEvidence;
import dev.plumbline.model.evidence.TestsEvidence;
import dev.plumbline.model.evidence.UploadId;
import dev.plumbline.model.standard.Combine;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;

/// Which of several reports of one kind are looked at, and what they come to, by plain means.
final class PlainReports {
    private PlainReports() {}

    /// {@return what is left of the reports of one kind: all of them, the worst, or those received last}
    static <T extends Evidence> List<T> read(RandomHistory.Build build, Class<T> type, Combine how) {
        var all = pieces(build, type);
        return switch (how) {
            case MERGE -> all;
            case WORST ->
                all.stream()
                        .min(Comparator.comparingInt(PlainReports::goodness)
                                .thenComparingInt(PlainReports::size)
                                .thenComparing(one -> one.source().report()))
                        .stream()
                        .toList();
            case LATEST -> latest(build, type);
        };
    }

    private static int goodness(Evidence evidence) {
        return switch (evidence) {
            case CoverageEvidence it -> it.counted().linesCovered();
            case TestsEvidence it -> -it.counted().failures();
            case FindingsEvidence it -> -it.open();
            default -> 0;
        };
    }

    private static int size(Evidence evidence) {
        return evidence instanceof TestsEvidence tests ? tests.counted().tests() : 0;
    }

    /// What comes again counts as it came first.
    private static <T extends Evidence> List<T> latest(RandomHistory.Build build, Class<T> type) {
        var first = new HashMap<UploadId, Given.Said>();
        for (var upload : build.uploads()) {
            first.merge(
                    upload.received().id(),
                    upload,
                    (one, other) -> other.receivedAt().isBefore(one.receivedAt()) ? other : one);
        }
        return first.values().stream()
                .filter(upload -> upload.evidence().stream().anyMatch(type::isInstance))
                .max(Comparator.comparing(Given.Said::receivedAt)
                        .thenComparing(upload -> piece(upload, type).source().report()))
                .map(upload -> piece(upload, type))
                .stream()
                .toList();
    }

    private static <T extends Evidence> T piece(Given.Said upload, Class<T> type) {
        return upload.evidence().stream()
                .filter(type::isInstance)
                .map(type::cast)
                .findFirst()
                .orElseThrow();
    }

    private static <T extends Evidence> List<T> pieces(RandomHistory.Build build, Class<T> type) {
        return build.uploads().stream()
                .flatMap(upload -> upload.evidence().stream())
                .filter(type::isInstance)
                .map(type::cast)
                .toList();
    }

    /// When a build began, as far as its own word can be taken.
    static Instant clamped(BuildTimes times, Instant receipt) {
        var stated = times.startedAt();
        if (stated == null || stated.isAfter(receipt)) {
            return receipt;
        }
        var dayBefore = receipt.minus(Duration.ofDays(1));
        return stated.isBefore(dayBefore) ? dayBefore : stated;
    }

    /// {@return when the first or the last of it came}
    static Instant received(RandomHistory.Build build, Comparator<Instant> order) {
        return build.uploads().stream().map(Given.Said::receivedAt).min(order).orElseThrow();
    }

    /// {@return when audits were made. All together are as old as the oldest}
    static Map<Combine, Instant> audits(RandomHistory.Build build) {
        var own = new HashMap<Combine, Instant>();
        for (var how : Combine.values()) {
            read(build, AuditEvidence.class, how).stream()
                    .map(AuditEvidence::auditedAt)
                    .min(Instant::compareTo)
                    .ifPresent(at -> own.put(how, at));
        }
        return own;
    }

    static String coverage(RandomHistory.Build build, Combine how) {
        return word(read(build, CoverageEvidence.class, how), it -> it.counted().linesCovered() < 80, false);
    }

    static String tests(RandomHistory.Build build, Combine how) {
        return word(read(build, TestsEvidence.class, how), it -> it.counted().failures() > 0, true);
    }

    /// @param strict whether what sources suppress counts too
    static String lint(RandomHistory.Build build, Combine how, boolean strict) {
        return word(
                read(build, FindingsEvidence.class, how),
                it -> any(it, FindingGroup::open) || strict && any(it, FindingGroup::suppressed),
                true);
    }

    private static boolean any(FindingsEvidence findings, ToIntFunction<FindingGroup> count) {
        return findings.groups().stream().anyMatch(group -> count.applyAsInt(group) > 0);
    }

    private interface Bad<T> {
        boolean is(T piece);
    }

    /// @param one whether one bad report is enough, or every one must be bad
    private static <T> String word(List<T> pieces, Bad<T> bad, boolean one) {
        if (pieces.isEmpty()) {
            return "MISSING";
        }
        boolean fails =
                one ? pieces.stream().anyMatch(bad::is) : pieces.stream().allMatch(bad::is);
        return fails ? "FAIL" : "PASS";
    }
}
