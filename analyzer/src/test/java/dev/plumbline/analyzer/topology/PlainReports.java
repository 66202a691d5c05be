package dev.plumbline.analyzer.topology;

import dev.plumbline.analyzer.build.Given;
import dev.plumbline.model.build.BuildTimes;
import dev.plumbline.model.evidence.CoverageEvidence;
import dev.plumbline.model.evidence.Evidence;
import dev.plumbline.model.evidence.FindingsEvidence;
import dev.plumbline.model.evidence.TestsEvidence;
import dev.plumbline.model.evidence.UploadId;
import dev.plumbline.model.standard.Combine;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;

/// Which of several reports of one kind are looked at, by plain means.
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
}
