package dev.plumbline.reporter.rest;

import dev.plumbline.model.score.Cause;
import dev.plumbline.model.score.Change;
import dev.plumbline.reporter.projection.ReadModel;
import dev.plumbline.reporter.projection.RepositoryState;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A rule's outcome got worse or better.
///
/// @param title the rule's title; null where the pinned standard is not on the log
/// @param group of the re-scoring that it is a part of; null where it is told on its own
/// @param open whether it is a regression that the newest final build of the default branch still shows
public record ChangeView(
        String id,
        String direction,
        BuildView.Identity build,
        String baseline,
        String team,
        ScorecardView.StandardView standard,
        String rule,
        @Nullable String title,
        Transition transition,
        String cause,
        List<String> causes,
        @Nullable String group,
        boolean open,
        String recordedAt,
        boolean backfilled) {
    private static final String NOT_MEASURED = "nothing was measured";

    /// @param share what the rule had to do with the difference of the scores; null where nobody said
    public record Transition(
            String before,
            String after,
            String found,
            ScoreView scoreBefore,
            ScoreView scoreAfter,
            MoveView.@Nullable Share share,
            String explanation) {
        static Transition of(Change.Transition transition) {
            return new Transition(
                    transition.before().name(),
                    transition.after().name(),
                    transition.found(),
                    ScoreView.of(transition.scoreBefore(), NOT_MEASURED),
                    ScoreView.of(transition.scoreAfter(), NOT_MEASURED),
                    MoveView.Share.of(transition.share()),
                    transition.explanation());
        }
    }

    public static ChangeView of(Change change, ReadModel model) {
        RepositoryState repository =
                model.repositories().get(change.build().key().repository());
        return new ChangeView(
                change.id().value(),
                change.direction().name(),
                BuildView.Identity.of(change.build()),
                change.baseline().value(),
                repository == null
                        ? RepositoryState.UNOWNED
                        : repository.team(change.build().key().component()),
                ScorecardView.StandardView.of(change.standard()),
                change.rule().value(),
                model.standards()
                        .rule(change.standard(), change.rule())
                        .map(rule -> rule.title())
                        .orElse(null),
                Transition.of(change.transition()),
                change.cause().name(),
                change.causes().stream().map(Cause::name).toList(),
                group(change),
                repository != null
                        && repository.openRegressions().stream()
                                .anyMatch(open -> open.id().equals(change.id())),
                change.recordedAt().toString(),
                change.backfilled());
    }

    private static @Nullable String group(Change change) {
        var course = change.course();
        var group = course == null ? null : course.group();
        return group == null ? null : group.value();
    }
}
