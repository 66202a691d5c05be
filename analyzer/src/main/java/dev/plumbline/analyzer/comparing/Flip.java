package dev.plumbline.analyzer.comparing;

import dev.plumbline.model.build.CommitId;
import dev.plumbline.model.evidence.Digest;
import dev.plumbline.model.score.Change.Direction;
import dev.plumbline.model.score.Outcome;
import dev.plumbline.model.standard.Requirement;
import java.util.List;

/// One rule whose standing differs between a baseline and a later build, with all that could have made it
/// differ.
record Flip(
        Direction direction,
        Verdict verdictBefore,
        Verdict verdictAfter,
        List<Requirement> requires,
        Side before,
        Side after) {

    /// One side of a comparison.
    ///
    /// @param subject digest of the facts that decided what applied
    record Side(CommitId commit, Digest subject, String engine, Inputs inputs) {
        /// {@return the same side as a rule reads it}
        Side askedBy(List<Requirement> requirements) {
            var read = inputs.askedBy(requirements);
            return read == inputs ? this : new Side(commit, subject, engine, read);
        }
    }

    Outcome.Word wordBefore() {
        return verdictBefore.word();
    }

    Outcome.Word wordAfter() {
        return verdictAfter.word();
    }

    boolean regression() {
        return direction == Direction.REGRESSION;
    }

    /// The side on which the rule is unmet.
    Side worse() {
        return regression() ? after : before;
    }

    Outcome.Word worseWord() {
        return regression() ? wordAfter() : wordBefore();
    }

    boolean sameCommit() {
        return before.commit().equals(after.commit());
    }

    boolean subjectDiffers() {
        return !before.subject().equals(after.subject());
    }

    boolean engineDiffers() {
        return !before.engine().equals(after.engine());
    }

    boolean waiverDiffers() {
        return verdictBefore.waived() != verdictAfter.waived();
    }

    /// The exception alone, in place of the one before, makes the earlier outcome count otherwise.
    boolean waiverDecides() {
        return verdictBefore.waived(verdictAfter.waived()).standing() != verdictBefore.standing();
    }
}
