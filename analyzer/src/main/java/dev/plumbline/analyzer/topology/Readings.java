package dev.plumbline.analyzer.topology;

import dev.plumbline.analyzer.build.AssembledBuild.Piece;
import dev.plumbline.analyzer.build.Choices;
import dev.plumbline.analyzer.build.Gist;
import dev.plumbline.analyzer.comparing.Trial;
import dev.plumbline.model.evidence.Kind;
import dev.plumbline.model.standard.Combine;
import dev.plumbline.model.standard.StandardId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// How the standards that hold for a build read what it has several reports of: each may choose another
/// way. Of a build with one report of each kind there is nothing to say.
final class Readings {
    private static final int NAMED = 120;

    private final Map<Kind, Piece> pieces;
    private final Map<Kind, EnumMap<Combine, SortedSet<StandardId>>> byKind = new TreeMap<>();

    /// @param several what there is to choose from, the build's own and carried
    Readings(Map<Kind, Piece> several, List<Trial> trials) {
        this.pieces = Map.copyOf(several);
        if (!pieces.isEmpty()) {
            trials.forEach(this::read);
        }
    }

    private void read(Trial trial) {
        var standard = trial.applied().standard();
        for (var rule : standard.rules()) {
            for (var requirement : rule.rule().requires()) {
                for (var one : requirement.any()) {
                    var piece = pieces.get(one.kind());
                    if (piece != null) {
                        byKind.computeIfAbsent(one.kind(), _ -> new EnumMap<>(Combine.class))
                                .computeIfAbsent(effective(piece, one.combined()), _ -> new TreeSet<>())
                                .add(standard.ref().id());
                    }
                }
            }
        }
    }

    /// Where all came in one upload, the latest are all of them.
    private static Combine effective(Piece piece, Combine how) {
        return piece.by(how).evidence().equals(piece.evidence()) ? Combine.MERGE : how;
    }

    /// {@return in which other ways than all together some standard reads a kind}
    Set<Combine> chosen(Kind kind) {
        var ways = EnumSet.noneOf(Combine.class);
        ways.addAll(byKind.getOrDefault(kind, new EnumMap<>(Combine.class)).keySet());
        ways.remove(Combine.MERGE);
        return ways;
    }

    /// {@return notes on the merging of evidence that no standard merges}
    List<String> idle() {
        var idle = new ArrayList<String>();
        byKind.forEach((kind, ways) -> {
            if (!ways.containsKey(Combine.MERGE)) {
                idle.addAll(choices(kind).merging());
            }
        });
        return idle;
    }

    /// {@return for each choice a sentence with what was chosen, and what the others come to}
    List<String> choices() {
        var notes = new ArrayList<String>();
        byKind.forEach((kind, ways) -> ways.forEach((how, standards) -> {
            if (how != Combine.MERGE) {
                notes.add(sentence(kind, how, standards));
            }
        }));
        return notes;
    }

    private String sentence(Kind kind, Combine how, Set<StandardId> standards) {
        var piece = piece(kind);
        var counts = piece.by(how).evidence();
        var others = new ArrayList<String>();
        for (var other : Combine.values()) {
            if (other != how && (other == Combine.MERGE || effective(piece, other) == other)) {
                others.add((other == Combine.MERGE ? "merged: " : "the " + word(other) + ": ")
                        + Gist.of(piece.by(other).evidence()));
            }
        }
        return kind + ": of " + choices(kind).reports() + " reports the " + word(how) + " counts for "
                + standards.stream().map(StandardId::value).collect(Collectors.joining(" and ")) + ", "
                + shortened(counts.source().part()) + " with " + Gist.of(counts) + "; " + String.join("; ", others);
    }

    /// An upload may hold dozens of reports.
    private static String shortened(String parts) {
        return parts.length() <= NAMED ? parts : parts.substring(0, NAMED) + "…";
    }

    private static String word(Combine how) {
        return how.name().toLowerCase(Locale.ROOT);
    }

    private Piece piece(Kind kind) {
        return Objects.requireNonNull(pieces.get(kind), "Only what there is to choose from is read.");
    }

    private Choices choices(Kind kind) {
        return Objects.requireNonNull(piece(kind).choices(), "Only what there is to choose from is read.");
    }
}
