package dev.plumbline.analyzer.adopting;

import dev.plumbline.analyzer.standard.PersonaText;
import dev.plumbline.analyzer.standard.PersonaText.Bullet;
import dev.plumbline.analyzer.standard.Wording;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Pairs the bullets of two personas: sections by their headings, bullets within them by order and wording, and what is
/// left over by wording alone.
///
/// @param pairs in the order of our bullets
public record Pairing(List<Pair> pairs) {
    /// Of the words that two bullets share, so much is likeness enough without the same section.
    private static final double ALIKE = 0.4;
    /// Likewise in the same section, but at another place.
    private static final double ALIKE_IN_SECTION = 0.25;
    /// From here on a pair at the same place is beyond doubt.
    private static final double PLAIN = 0.2;

    private static final double SAME_HEADING = 0.5;

    public Pairing {
        pairs = List.copyOf(pairs);
    }

    /// How much speaks for a pair.
    public enum Certainty {
        /// Section, order and words, or words alone where they are nearly the same.
        CERTAIN,
        /// Section and words, or section and order.
        LIKELY,
        /// Words alone, or order alone.
        DOUBTFUL
    }

    public record Pair(Bullet ours, Bullet theirs, Certainty certainty) {}

    private record Candidate(Bullet ours, Bullet theirs, double weight, Certainty certainty) {}

    public static Pairing of(PersonaText ours, PersonaText theirs) {
        var headings = headings(ours, theirs);
        var candidates = new ArrayList<Candidate>();
        for (var our : ours.bullets()) {
            for (var their : theirs.bullets()) {
                boolean sameSection = their.section().equals(headings.get(our.section()));
                var candidate = candidate(our, their, sameSection, sameSection && sameLength(ours, theirs, our, their));
                if (candidate != null) {
                    candidates.add(candidate);
                }
            }
        }
        candidates.sort(Comparator.comparingDouble(Candidate::weight).reversed());
        var taken = new HashSet<Bullet>();
        var chosen = new LinkedHashMap<Bullet, Candidate>();
        for (var candidate : candidates) {
            if (!chosen.containsKey(candidate.ours()) && taken.add(candidate.theirs())) {
                chosen.put(candidate.ours(), candidate);
            }
        }
        return new Pairing(ours.bullets().stream()
                .map(chosen::get)
                .filter(Objects::nonNull)
                .map(it -> new Pair(it.ours(), it.theirs(), it.certainty()))
                .toList());
    }

    /// {@return the bullet of theirs that stands for one of ours; null where none does}
    public @Nullable Bullet theirs(Bullet ours) {
        return pairs.stream()
                .filter(pair -> pair.ours().equals(ours))
                .map(Pair::theirs)
                .findFirst()
                .orElse(null);
    }

    private static @Nullable Candidate candidate(Bullet our, Bullet their, boolean sameSection, boolean sameLength) {
        double likeness = Wording.likeness(our.text(), their.text());
        if (sameSection && our.number() == their.number() && (sameLength || likeness >= PLAIN)) {
            var certainty =
                    likeness >= PLAIN ? Certainty.CERTAIN : likeness > 0 ? Certainty.LIKELY : Certainty.DOUBTFUL;
            return new Candidate(our, their, 1 + likeness, certainty);
        }
        if (sameSection && likeness >= ALIKE_IN_SECTION) {
            return new Candidate(our, their, 0.9 + likeness, Certainty.LIKELY);
        }
        return likeness >= ALIKE ? new Candidate(our, their, likeness, Certainty.DOUBTFUL) : null;
    }

    /// Whether two sections have as many bullets, so that order alone says something.
    private static boolean sameLength(PersonaText ours, PersonaText theirs, Bullet our, Bullet their) {
        return length(ours, our.section()) == length(theirs, their.section());
    }

    private static long length(PersonaText persona, String section) {
        return persona.bullets().stream()
                .filter(bullet -> bullet.section().equals(section))
                .count();
    }

    /// {@return our heading → theirs: the same words, else the most alike of those that are left}
    private static Map<String, String> headings(PersonaText ours, PersonaText theirs) {
        var left = sections(theirs);
        var headings = new LinkedHashMap<String, String>();
        for (String our : sections(ours)) {
            left.stream()
                    .filter(their -> their.equalsIgnoreCase(our))
                    .findFirst()
                    .ifPresent(their -> headings.put(our, their));
        }
        left.removeAll(headings.values());
        for (String our : sections(ours)) {
            if (!headings.containsKey(our)) {
                left.stream()
                        .max(Comparator.comparingDouble(their -> Wording.likeness(our, their)))
                        .filter(their -> Wording.likeness(our, their) >= SAME_HEADING)
                        .ifPresent(their -> {
                            headings.put(our, their);
                            left.remove(their);
                        });
            }
        }
        return headings;
    }

    private static Set<String> sections(PersonaText persona) {
        var sections = new LinkedHashSet<String>();
        persona.bullets().forEach(bullet -> sections.add(bullet.section()));
        return sections;
    }
}
