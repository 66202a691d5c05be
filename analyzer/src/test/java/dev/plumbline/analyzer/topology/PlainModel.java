package dev.plumbline.analyzer.topology;

import dev.plumbline.analyzer.build.Given;
import dev.plumbline.model.build.BuildTimes;
import dev.plumbline.model.build.Lineage;
import dev.plumbline.model.evidence.AuditEvidence;
import dev.plumbline.model.evidence.CoverageEvidence;
import dev.plumbline.model.evidence.Evidence;
import dev.plumbline.model.evidence.FindingsEvidence;
import dev.plumbline.model.evidence.TestsEvidence;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What a history comes to, by plain means and apart from the engine: every build is looked at once, when all of it is
/// known, one after the other.
final class PlainModel {
    private static final List<String> RULES = List.of("py.audit", "py.coverage", "py.lint", "py.tests");

    /// A build as far as it is looked at.
    private record Seen(String build, int commit, Instant started, int attempt, SortedMap<String, String> words) {
        boolean after(Seen other) {
            int byStart = started.compareTo(other.started);
            int byAttempt = byStart != 0 ? byStart : Integer.compare(attempt, other.attempt);
            return (byAttempt != 0 ? byAttempt : build.compareTo(other.build)) > 0;
        }
    }

    private record Audit(Seen of, Instant at) {}

    private final List<Seen> main = new ArrayList<>();
    private final TreeSet<String> open = new TreeSet<>();
    private final Map<String, Seen> newestOfRequest = new HashMap<>();
    private final Map<String, TreeSet<String>> openOnRequest = new HashMap<>();
    private final Map<String, Audit> audits = new HashMap<>();

    final SortedMap<String, SortedMap<String, String>> outcomes = new TreeMap<>();
    final SortedSet<String> changes = new TreeSet<>();

    void build(RandomHistory.Build build) {
        var first = build.uploads().getFirst();
        var receipt = build.uploads().stream()
                .map(Given.Said::receivedAt)
                .min(Instant::compareTo)
                .orElseThrow();
        var seen = new Seen(
                first.key().id().value(),
                first.commit(),
                clamped(first.times(), receipt),
                first.attempt(),
                new TreeMap<>());
        seen.words().putAll(words(build, seen, first.lineage()));
        outcomes.put(seen.build(), seen.words());
        switch (first.lineage()) {
            case Lineage.DefaultBranch _ -> onMain(seen);
            case Lineage.ChangeRequest request -> onRequest(seen, request);
            case Lineage.SideBranch _ -> throw new IllegalStateException("Histories have no side branches.");
        }
    }

    private static Instant clamped(BuildTimes times, Instant receipt) {
        var stated = times.startedAt();
        if (stated == null || stated.isAfter(receipt)) {
            return receipt;
        }
        var dayBefore = receipt.minus(Duration.ofDays(1));
        return stated.isBefore(dayBefore) ? dayBefore : stated;
    }

    private SortedMap<String, String> words(RandomHistory.Build build, Seen seen, Lineage lineage) {
        var words = new TreeMap<String, String>();
        words.put(
                "py.coverage",
                word(pieces(build, CoverageEvidence.class), it -> it.counted().linesCovered() < 80, false));
        words.put(
                "py.tests",
                word(pieces(build, TestsEvidence.class), it -> it.counted().failures() > 0, true));
        words.put(
                "py.lint",
                word(pieces(build, FindingsEvidence.class), it -> !it.groups().isEmpty(), true));
        var own = pieces(build, AuditEvidence.class);
        var ofLine = audits.get(lineage.id());
        var carried = ofLine == null ? audits.get("default") : ofLine;
        @Nullable Instant audited = null;
        if (!own.isEmpty()) {
            audited = own.getFirst().auditedAt();
            if (ofLine == null || !ofLine.of().after(seen)) {
                audits.put(lineage.id(), new Audit(seen, own.getFirst().auditedAt()));
            }
        } else if (carried != null && seen.after(carried.of())) {
            audited = carried.at();
        }
        boolean fresh = audited != null
                && audited.plus(Duration.ofDays(7))
                        .isAfter(build.uploads().getFirst().receivedAt());
        words.put("py.audit", fresh ? "PASS" : "MISSING");
        return words;
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

    private static <T extends Evidence> List<T> pieces(RandomHistory.Build build, Class<T> type) {
        return build.uploads().stream()
                .flatMap(upload -> upload.evidence().stream())
                .filter(type::isInstance)
                .map(type::cast)
                .toList();
    }

    private void onMain(Seen seen) {
        var newest = main.isEmpty() ? null : main.getLast();
        if (newest == null) {
            main.add(seen);
        } else if (!seen.after(newest)) {
            if (main.stream().noneMatch(kept -> kept.commit() == seen.commit())) {
                main.addFirst(seen);
            }
        } else if (newest.commit() == seen.commit()) {
            compare(seen, newest, open, false, true);
        } else if (main.stream().noneMatch(kept -> kept.commit() == seen.commit())) {
            compare(seen, newest, open, false, false);
            main.add(seen);
        }
    }

    private void onRequest(Seen seen, Lineage.ChangeRequest request) {
        var newest = newestOfRequest.get(request.change());
        if (main.isEmpty() || (newest != null && !seen.after(newest))) {
            return;
        }
        newestOfRequest.put(request.change(), seen);
        var base = Stream.concat(
                        main.stream().filter(kept -> Given.commit(kept.commit()).equals(request.mergeBase())),
                        Stream.of(main.getLast()))
                .findFirst()
                .orElseThrow();
        var lines = request.changedLines();
        compare(
                seen,
                base,
                openOnRequest.computeIfAbsent(request.change(), _ -> new TreeSet<>()),
                lines != null && lines < 20,
                false);
    }

    private void compare(Seen seen, Seen before, Set<String> standing, boolean small, boolean again) {
        for (var rule : RULES) {
            boolean was = "PASS".equals(before.words().get(rule));
            boolean is = "PASS".equals(seen.words().get(rule));
            if (standing.contains(rule)) {
                if (is && (was || !again)) {
                    standing.remove(rule);
                    changes.add("RECOVERY " + rule + " " + seen.build() + " since " + before.build());
                }
            } else if (was && !is && !(small && rule.equals("py.coverage"))) {
                standing.add(rule);
                changes.add("REGRESSION " + rule + " " + seen.build() + " since " + before.build());
            } else if (!was && is && !again) {
                changes.add("RECOVERY " + rule + " " + seen.build() + " since " + before.build());
            }
        }
    }
}
