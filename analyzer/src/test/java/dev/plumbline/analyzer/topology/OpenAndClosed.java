package dev.plumbline.analyzer.topology;

import dev.plumbline.model.score.BuildScored;
import dev.plumbline.model.score.Change;
import dev.plumbline.model.score.Course;
import dev.plumbline.model.score.Score;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// What holds of the records of any history: regressions of a rule on a line open and close in turn, a
/// recovery closes the one that stands, what is taken back stood, and what the causes moved is the
/// difference of the scores.
final class OpenAndClosed {
    private final Map<String, Change.Id> open = new HashMap<>();
    private final Map<String, Change.Id> closed = new HashMap<>();
    private final List<String> broken = new ArrayList<>();

    private OpenAndClosed() {}

    /// {@return a sentence for each record that should not be}
    static List<String> broken(Collection<Change> changes, Collection<BuildScored> scored) {
        var all = new OpenAndClosed();
        changes.forEach(all::tell);
        scored.forEach(all::move);
        return all.broken;
    }

    private void tell(Change change) {
        var key = change.build().key().repository() + " "
                + change.build().lineage().id() + " " + change.standard().id() + " " + change.rule();
        var id = change.id();
        var stands = open.get(key);
        switch (Objects.requireNonNull(change.course()).effect()) {
            case Course.Effect.Opens _ -> {
                demand(stands == null || (stands.equals(id) && change.course().damped() > 0), "opens twice", change);
                open.put(key, id);
            }
            case Course.Effect.Closes closes -> {
                demand(Objects.equals(stands, closes.regression()), "closes what does not stand: " + stands, change);
                put(open, key, null);
                put(closed, id.value(), closes.regression());
            }
            case Course.Effect.Supersedes _ -> {
                if (change.direction() == Change.Direction.RECOVERY) {
                    demand(id.equals(stands), "takes back what does not stand: " + stands, change);
                    put(open, key, null);
                } else {
                    demand(stands == null, "takes back a recovery while another regression stands", change);
                    put(open, key, closed.remove(id.value()));
                }
            }
        }
    }

    private void move(BuildScored scored) {
        for (var move : scored.moves()) {
            var after = scored.scorecards().stream()
                    .filter(card -> card.standard().id().equals(move.standard()))
                    .findFirst()
                    .orElseThrow()
                    .marks()
                    .score();
            int sum =
                    move.causes().values().stream().mapToInt(Integer::intValue).sum();
            if (!(move.before() instanceof Score.Known was)
                    || !(after instanceof Score.Known is)
                    || is.basisPoints() - was.basisPoints() != sum) {
                broken.add("moves " + move + " do not come to " + after);
            }
        }
    }

    private void demand(boolean holds, String what, Change change) {
        if (!holds) {
            broken.add(what + ": " + change);
        }
    }

    private static <K, V> void put(Map<K, V> map, K key, @Nullable V value) {
        if (value == null) {
            map.remove(key);
        } else {
            map.put(key, value);
        }
    }
}
