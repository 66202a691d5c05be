package dev.plumbline.analyzer.comparing;

import dev.plumbline.model.score.Change;
import dev.plumbline.model.score.ScoreMove;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Stream;

/// What a comparison comes to.
///
/// @param changes that stand of the build
/// @param ledger what stands on its line of history after it
/// @param moves why scores differ
/// @param notes what a reader of the scorecards should know, a sentence each
public record Compared(List<Change> changes, Ledger ledger, List<ScoreMove> moves, List<String> notes) {
    public Compared {
        changes = List.copyOf(changes);
        moves = List.copyOf(moves);
        notes = List.copyOf(notes);
    }

    /// {@return those of other changes whose rules did not change here}
    public List<Change> without(List<Change> others) {
        var changed = new HashSet<Ledger.Key>();
        changes.forEach(change -> changed.add(Ledger.Key.of(change)));
        return others.stream()
                .filter(other -> !changed.contains(Ledger.Key.of(other)))
                .toList();
    }

    /// {@return the same with more that a reader should know}
    public Compared noting(List<String> more) {
        return more.isEmpty()
                ? this
                : new Compared(
                        changes,
                        ledger,
                        moves,
                        Stream.concat(notes.stream(), more.stream()).toList());
    }

    /// {@return what comes of a build that is compared with nothing}
    ///
    /// @param told what stands of it all the same
    public static Compared withNothing(List<Change> told, Ledger ledger) {
        return new Compared(told, ledger, List.of(), List.of());
    }
}
