package dev.plumbline.analyzer.topology;

import dev.plumbline.analyzer.build.Given;
import dev.plumbline.analyzer.topology.PlainAudits.Place;
import dev.plumbline.model.build.Lineage;
import dev.plumbline.model.score.Cause;
import dev.plumbline.model.standard.Combine;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What a history comes to, by plain means and apart from the engine: every build is looked at once, when
/// all of it is known, one after the other, and the newest once more whenever other standards hold for it.
final class PlainModel {
    private static final List<String> VERSIONS = List.of("1.0.0", "1.1.0");
    private static final List<String> RULES = List.of("py.audit", "py.coverage", "py.lint", "py.tests");

    /// How each rule of each version combines several reports.
    private final Map<String, Combine> ways;

    PlainModel(Map<String, Combine> ways) {
        this.ways = Map.copyOf(ways);
    }

    /// A build as far as it is looked at. Rules are told apart by how they read: linting reads otherwise in
    /// 1.1, and each rule of each version combines several reports in its own way.
    private final class Seen {
        final String build;
        final int commit;
        final Place place;
        /// As every rule that there is would have it.
        final SortedMap<String, String> all = new TreeMap<>();
        /// As it was judged last; null where no standard held for it.
        @Nullable
        Map<String, String> judged;

        /// What was published when it was judged.
        Set<String> pinned = Set.of();

        boolean whole = true;
        /// Its own audit is not replaced by one that comes from an older build later.
        boolean audited;
        /// Whether it carried one was no longer known when it came.
        boolean unsure;
        Instant received = Instant.EPOCH;

        Seen(Place place, int commit) {
            this.build = place.build();
            this.commit = commit;
            this.place = place;
        }

        String build() {
            return build;
        }

        int commit() {
            return commit;
        }

        boolean after(Seen other) {
            return place.compareTo(other.place) > 0;
        }

        void judge(@Nullable String version) {
            pinned = publishing.standing();
            judged = null;
            if (version != null) {
                judged = new TreeMap<>();
                for (var rule : RULES) {
                    judged.put(reading(rule, version), all.get(reading(rule, version)));
                }
            }
        }

        /// What a rule came to, as it is read in a version; null where nothing can be said.
        @Nullable
        String word(String rule, String version) {
            var reading = reading(rule, version);
            if (judged == null || (unsure && rule.equals("py.audit"))) {
                return null;
            }
            return whole && !(rule.equals("py.audit") && replaced(this))
                    ? judged.getOrDefault(reading, all.get(reading))
                    : judged.get(reading);
        }
    }

    /// Whether it can no longer be told which audit a build had, for only that of a later one is kept.
    private boolean replaced(Seen seen) {
        return !seen.audited && audits.anyAfter("default", seen.place) && audits.before("default", seen.place) == null;
    }

    private String reading(String rule, String version) {
        return (rule.equals("py.lint") ? rule + "@" + version : rule) + "/" + ways.get(rule + "@" + version);
    }

    private final List<Seen> main = new ArrayList<>();
    private final TreeSet<String> open = new TreeSet<>();
    private final Map<String, Seen> newestOfRequest = new HashMap<>();
    private final Map<String, TreeSet<String>> openOnRequest = new HashMap<>();
    private final PlainAudits audits = new PlainAudits();
    private final Map<String, Seen> byBuild = new HashMap<>();
    private final PlainAttempts attempts = new PlainAttempts(build -> seen(build).whole);

    private final Publishing publishing = new Publishing();
    private final List<Seen> newestTwo = new ArrayList<>();

    final SortedMap<String, SortedMap<String, String>> outcomes = new TreeMap<>();
    final SortedSet<String> changes = new TreeSet<>();
    /// Of each re-scoring its version and how many builds it was of.
    final List<String> rescorings = new ArrayList<>(List.of("1.0.0 of 0"));

    void happen(RandomHistory.Event event) {
        var before = publishing.held();
        var version = publishing.version();
        var walked = publishing.happen(event);
        var newest = main.isEmpty() ? null : main.getLast();
        boolean carried = newest != null && carriesMore(newest);
        boolean again = newest != null
                && (!Objects.equals(before, publishing.held()) || carried && event.cause() == Cause.OWNERSHIP);
        if (walked != null) {
            rescorings.add(walked + " of " + (again ? 1 : 0));
        }
        if (newest != null && again) {
            again(newest, version, event.cause());
        }
    }

    /// Whether an audit of an older build that closed late may be carried to the newest by now.
    private boolean carriesMore(Seen newest) {
        var judged = newest.judged;
        if (newest.audited || judged == null) {
            return false;
        }
        var now = new TreeMap<String, String>();
        audited(now, carriedTo(newest), newest.received);
        return now.entrySet().stream()
                .anyMatch(entry ->
                        judged.containsKey(entry.getKey()) && !entry.getValue().equals(judged.get(entry.getKey())));
    }

    private Map<Combine, Instant> carriedTo(Seen newest) {
        var audit = audits.before("default", newest.place);
        return audit == null ? Map.of() : audit;
    }

    private static void audited(Map<String, String> words, Map<Combine, Instant> audited, Instant now) {
        for (var how : Combine.values()) {
            words.put("py.audit/" + how, word(audited.get(how), now));
        }
    }

    private static String word(@Nullable Instant audited, Instant now) {
        return audited != null && audited.plus(Duration.ofDays(7)).isAfter(now) ? "PASS" : "MISSING";
    }

    /// The newest is compared with itself as it was judged before; the one before it goes along.
    private void again(Seen newest, @Nullable String before, Cause cause) {
        if (!newest.audited) {
            audited(newest.all, carriedTo(newest), newest.received);
        }
        var now = publishing.version();
        var was = new TreeMap<String, String>();
        if (newest.judged != null && before != null) {
            for (var rule : RULES) {
                was.put(rule, newest.judged.get(reading(rule, before)));
            }
        }
        newest.judge(now);
        show(newest);
        if (now == null) {
            return;
        }
        for (var rule : RULES) {
            boolean is = "PASS".equals(newest.word(rule, now));
            var word = was.get(rule);
            boolean same = before != null && reading(rule, before).equals(reading(rule, now));
            var why = rule.equals("py.audit") && same ? Cause.EVIDENCE : cause;
            var by = " since " + newest.build() + " by " + (word == null ? cause : why);
            boolean better = is && !"PASS".equals(word) && (open.remove(rule) || word != null);
            if (better) {
                changes.add("RECOVERY " + rule + " " + newest.build() + by);
            } else if (!is && "PASS".equals(word) && open.add(rule)) {
                changes.add("REGRESSION " + rule + " " + newest.build() + by);
            } else {
                continue;
            }
            var other = newestTwo.size() == 2 ? newestTwo.getFirst().judged : null;
            if (other != null) {
                other.computeIfPresent(reading(rule, now), (_, _) -> newest.word(rule, now));
            }
        }
    }

    private void show(Seen seen) {
        var words = new TreeMap<String, String>();
        if (seen.judged != null) {
            seen.judged.forEach((reading, word) -> words.put(reading.replaceFirst("[@/].*", ""), word));
        }
        outcomes.put(seen.build(), words);
    }

    void build(RandomHistory.Build build) {
        var first = build.uploads().getFirst();
        var receipt = PlainReports.received(build, Comparator.naturalOrder());
        var seen = new Seen(
                new Place(
                        PlainReports.clamped(first.times(), receipt),
                        first.attempt(),
                        first.key().id().value()),
                first.commit());
        attempts.came(build);
        byBuild.put(seen.build(), seen);
        seen.all.putAll(words(build, seen, first.lineage()));
        seen.judge(publishing.version());
        show(seen);
        switch (first.lineage()) {
            case Lineage.DefaultBranch _ -> onMain(seen);
            case Lineage.ChangeRequest request -> onRequest(seen, request);
            case Lineage.SideBranch _ -> throw new IllegalStateException("Histories have no side branches.");
        }
    }

    /// Whether a build is the one before the newest final.
    boolean isBeforeNewest(RandomHistory.Build build) {
        return newestTwo.size() == 2 && newestTwo.getFirst().build().equals(PlainAttempts.id(build));
    }

    /// More of the build before the newest comes, which is no audit. It is shown as it is now, by the
    /// standards that it was judged by, and change requests from its commit are compared with that.
    void late(RandomHistory.Build build) {
        attempts.late(build);
        late(newestTwo.getFirst(), build);
        attempts.after(build).forEach(later -> late(seen(later), later));
    }

    private Seen seen(RandomHistory.Build build) {
        return Objects.requireNonNull(byBuild.get(PlainAttempts.id(build)));
    }

    private void late(Seen seen, RandomHistory.Build build) {
        seen.all.putAll(aboutCode(build));
        if (!seen.audited) {
            audited(seen.all, carriedTo(seen), seen.received);
        }
        var pinned = seen.pinned;
        seen.judge(publishing.version(pinned));
        seen.pinned = pinned;
        show(seen);
    }

    private SortedMap<String, String> words(RandomHistory.Build build, Seen seen, Lineage lineage) {
        var words = aboutCode(build);
        var own = PlainReports.audits(build);
        var ofLine = audits.before(lineage.id(), seen.place);
        var ofDefault = lineage.isDefault() ? null : audits.latest("default");
        var carried = ofLine == null ? ofDefault : ofLine;
        if (!own.isEmpty()) {
            var last = PlainReports.received(build, Comparator.reverseOrder());
            audits.add(lineage.id(), seen.place, own, last, lineage.isDefault() ? othersOfNewestTwo(seen) : List.of());
        }
        seen.audited = !own.isEmpty();
        seen.received = build.uploads().getFirst().receivedAt();
        audited(words, seen.audited ? own : carried == null ? Map.of() : carried, seen.received);
        if (ofDefault != null) {
            substitute(words, ofDefault, seen.received);
        }
        return words;
    }

    private List<Place> othersOfNewestTwo(Seen seen) {
        boolean one = main.isEmpty() || seen.after(main.getLast());
        boolean becomes = one && main.stream().noneMatch(kept -> kept.commit() == seen.commit());
        return newestTwo.stream()
                .skip(becomes && newestTwo.size() == 2 ? 1 : 0)
                .map(kept -> kept.place)
                .toList();
    }

    private SortedMap<String, String> aboutCode(RandomHistory.Build own) {
        var build = attempts.whole(own);
        var words = new TreeMap<String, String>();
        for (var version : VERSIONS) {
            words.put(reading("py.coverage", version), PlainReports.coverage(build, way("py.coverage", version)));
            words.put(reading("py.tests", version), PlainReports.tests(build, way("py.tests", version)));
            words.put(
                    reading("py.lint", version),
                    PlainReports.lint(build, way("py.lint", version), version.equals("1.1.0")));
        }
        return words;
    }

    /// What is too old on a change request hides nothing that the default branch has.
    private static void substitute(Map<String, String> words, Map<Combine, Instant> ofDefault, Instant now) {
        for (var how : Combine.values()) {
            if (word(ofDefault.get(how), now).equals("PASS")) {
                words.put("py.audit/" + how, "PASS");
            }
        }
    }

    private Combine way(String rule, String version) {
        return Objects.requireNonNull(ways.get(rule + "@" + version));
    }

    private void onMain(Seen seen) {
        var newest = main.isEmpty() ? null : main.getLast();
        if (newest == null) {
            become(seen);
        } else if (!seen.after(newest)) {
            if (main.stream().noneMatch(kept -> kept.commit() == seen.commit())) {
                seen.unsure = replaced(seen);
                main.addFirst(seen);
            }
        } else if (newest.commit() == seen.commit()) {
            compare(seen, newest, open, false, true);
        } else if (main.stream().noneMatch(kept -> kept.commit() == seen.commit())) {
            compare(seen, newest, open, false, false);
            become(seen);
        }
    }

    /// Of the newest two the evidence is kept.
    private void become(Seen newest) {
        main.add(newest);
        newestTwo.add(newest);
        if (newestTwo.size() > 2) {
            newestTwo.removeFirst().whole = false;
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
        var version = publishing.version();
        if (version == null) {
            return;
        }
        if (!before.audited) {
            audited(before.all, carriedTo(before), before.received);
        }
        for (var rule : RULES) {
            var word = before.word(rule, version);
            boolean was = "PASS".equals(word);
            boolean is = "PASS".equals(seen.word(rule, version));
            if (word == null) {
                if (is && standing.remove(rule)) {
                    changes.add("RECOVERY " + rule + " " + seen.build() + " since " + before.build());
                }
            } else if (standing.contains(rule)) {
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
