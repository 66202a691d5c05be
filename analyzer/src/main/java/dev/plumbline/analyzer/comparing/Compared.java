package dev.plumbline.analyzer.comparing;

import dev.plumbline.model.score.Change;
import java.util.List;

/// What a comparison comes to.
///
/// @param changes that stand of the build
/// @param ledger what stands on its line of history after it
/// @param notes what a reader of the scorecards should know, a sentence each
public record Compared(List<Change> changes, Ledger ledger, List<String> notes) {
    public Compared {
        changes = List.copyOf(changes);
        notes = List.copyOf(notes);
    }

    /// {@return what comes of a build that is compared with nothing}
    public static Compared withNothing(Ledger ledger) {
        return new Compared(List.of(), ledger, List.of());
    }
}
