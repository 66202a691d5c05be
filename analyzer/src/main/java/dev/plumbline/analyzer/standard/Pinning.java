package dev.plumbline.analyzer.standard;

import dev.plumbline.analyzer.standard.PersonaText.Bullet;
import dev.plumbline.model.standard.ClauseRef;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Finds the bullets that a standard's references mean. First those that are where they were, then those whose words
/// stand elsewhere; what is left over on both sides is paired by likeness.
final class Pinning {
    /// How much of the quoted words a bullet must still hold to count as their new wording.
    private static final double LIKE = 0.6;
    /// Likewise for a bullet that stands between the same neighbours.
    private static final double LIKE_IN_PLACE = 0.15;
    /// Likewise for one in another section, where common words mislead.
    private static final double LIKE_ELSEWHERE = 0.8;

    private final List<Bullet> bullets;
    private final Map<Place, Bullet> found = new LinkedHashMap<>();
    private final Map<Place, Bullet> likely = new HashMap<>();

    private Pinning(List<Bullet> bullets) {
        this.bullets = bullets;
    }

    /// The place and the words that were pinned; several references share it.
    private record Place(String section, int number, String digest) {
        static Place of(ClauseRef ref) {
            return new Place(ref.section(), ref.number(), ref.digest());
        }
    }

    private record Pair(Place place, Bullet bullet, double likeness) {}

    /// {@return the state of each reference, in their order}
    static List<PinState> of(PersonaText persona, List<ClauseRef> refs) {
        var pinning = new Pinning(persona.bullets());
        var quotes = new LinkedHashMap<Place, String>();
        refs.forEach(ref -> quotes.merge(Place.of(ref), ref.quote(), (one, other) -> one + " " + other));
        pinning.findInPlace(quotes.keySet());
        pinning.findElsewhere(quotes.keySet());
        pinning.findAlike(quotes);
        return refs.stream().map(pinning::state).toList();
    }

    private PinState state(ClauseRef ref) {
        var place = Place.of(ref);
        var bullet = found.get(place);
        if (bullet == null) {
            var like = likely.get(place);
            return like == null ? new PinState.Removed() : new PinState.Changed(like);
        }
        if (!bullet.text().contains(ref.quote())) {
            return new PinState.QuoteLost(bullet);
        }
        return at(place, bullet) ? new PinState.Bound(bullet) : new PinState.Moved(bullet);
    }

    private static boolean at(Place place, Bullet bullet) {
        return bullet.section().equals(place.section()) && bullet.number() == place.number();
    }

    private void findInPlace(Set<Place> places) {
        for (var place : places) {
            for (var bullet : bullets) {
                if (at(place, bullet) && bullet.digest().equals(place.digest())) {
                    found.put(place, bullet);
                }
            }
        }
    }

    /// Where the same words stand several times, the nearest that nothing else means is taken.
    private void findElsewhere(Set<Place> places) {
        for (var place : places) {
            if (found.containsKey(place)) {
                continue;
            }
            var taken = new HashSet<>(found.values());
            bullets.stream()
                    .filter(bullet -> bullet.digest().equals(place.digest()))
                    .min(Comparator.<Bullet, Boolean>comparing(taken::contains)
                            .thenComparing(bullet -> !bullet.section().equals(place.section()))
                            .thenComparingInt(bullet -> Math.abs(bullet.number() - place.number())))
                    .ifPresent(bullet -> found.put(place, bullet));
        }
    }

    private void findAlike(Map<Place, String> quotes) {
        var taken = new HashSet<>(found.values());
        var pairs = new ArrayList<Pair>();
        quotes.forEach((place, quote) -> {
            for (var bullet : found.containsKey(place) ? List.<Bullet>of() : bullets) {
                double likeness = taken.contains(bullet) ? 0 : likeness(place, quote, bullet);
                if (likeness > 0) {
                    pairs.add(new Pair(place, bullet, likeness));
                }
            }
        });
        pairs.sort(Comparator.comparingDouble(Pair::likeness).reversed());
        for (var pair : pairs) {
            if (!likely.containsKey(pair.place()) && taken.add(pair.bullet())) {
                likely.put(pair.place(), pair.bullet());
            }
        }
    }

    /// {@return 0 where the bullet cannot be the new wording; the same place and the same section count for more}
    private double likeness(Place place, String quote, Bullet bullet) {
        double share = Wording.share(quote, bullet.text());
        if (inPlace(place, bullet)) {
            return share >= LIKE_IN_PLACE ? share + 1 : 0;
        }
        if (bullet.section().equals(place.section())) {
            return share >= LIKE ? share + 0.5 : 0;
        }
        return share >= LIKE_ELSEWHERE && Wording.words(quote).size() > 2 ? share : 0;
    }

    /// Whether the bullet stands between the bullets between which the pinned one stood.
    private boolean inPlace(Place place, Bullet bullet) {
        return bullet.section().equals(place.section())
                && sameNeighbour(place, -1, neighbour(bullet, -1))
                && sameNeighbour(place, 1, neighbour(bullet, 1));
    }

    private boolean sameNeighbour(Place place, int step, @Nullable Bullet neighbour) {
        for (var other : found.entrySet()) {
            var pinned = other.getKey();
            if (pinned.section().equals(place.section()) && pinned.number() == place.number() + step) {
                return other.getValue().equals(neighbour);
            }
        }
        return neighbour == null;
    }

    private @Nullable Bullet neighbour(Bullet bullet, int step) {
        for (var other : bullets) {
            if (other.section().equals(bullet.section()) && other.number() == bullet.number() + step) {
                return other;
            }
        }
        return null;
    }
}
