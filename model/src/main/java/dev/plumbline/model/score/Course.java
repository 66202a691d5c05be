package dev.plumbline.model.score;

import org.jspecify.annotations.Nullable;

/// How a change stands among others.
///
/// @param damped how many flips of this rule went untold within the window of damping, this one included where it is
/// one
/// @param told whether anybody is to be told; a rule that flips to and fro is recorded and left alone until it rests
/// @param group with which changes it is told as one; null where it is told on its own
public record Course(
        Against against,
        Effect effect,
        int damped,
        boolean told,
        @Nullable ChangeGroup group) {

    public Course(Against against, Effect effect, int damped, boolean told) {
        this(against, effect, damped, told, null);
    }

    /// What a build was compared with.
    public enum Against {
        /// The build before it on the default branch.
        PREVIOUS,
        /// A build of the commit that the change request started from.
        MERGE_BASE,
        /// The newest of the default branch, for the merge base is not among the builds kept.
        LATEST,
        /// The same build as it was judged before: an exception, a standard or time changed the verdict.
        SAME_BUILD
    }

    /// What a change does to the set of open changes.
    public sealed interface Effect {
        /// A regression that stands until a recovery closes it.
        record Opens() implements Effect {}

        /// @param regression the one that is closed; null where it is not known any more
        record Closes(Change.@Nullable Id regression) implements Effect {}

        /// Takes back what was told under the same id: later evidence of the same build shows otherwise.
        record Supersedes() implements Effect {}
    }
}
