package dev.plumbline.reporter.web;

import dev.plumbline.model.score.Change;
import dev.plumbline.reporter.projection.ReadModel;
import dev.plumbline.reporter.rest.Points;
import java.time.Instant;
import java.util.List;

/// One change as a page tells it.
///
/// @param direction a class: regression or recovery
/// @param also what else changed, in words
/// @param group with what re-scoring it came; empty where it is told on its own
/// @param difference the points that the rule alone moved the score by; empty where nobody said
/// @param whole how the score of the whole standard moved, by cause; empty where nobody said
public record ChangePart(
        String direction,
        String repository,
        String component,
        String rule,
        String title,
        String before,
        String after,
        String found,
        String explanation,
        String cause,
        List<String> also,
        String group,
        String difference,
        String whole,
        String build,
        String commit,
        When when) {

    static ChangePart of(Change change, ReadModel model, Instant now) {
        var key = change.build().key();
        var repository = model.repositories().get(key.repository());
        var transition = change.transition();
        var share = transition.share();
        return new ChangePart(
                Words.lower(change.direction()),
                repository == null
                        ? change.build().name().value()
                        : repository.name().value(),
                key.component().isRoot() ? "" : key.component().path(),
                change.rule().value(),
                model.standards()
                        .rule(change.standard(), change.rule())
                        .map(rule -> rule.title())
                        .orElse(change.rule().value()),
                Words.lower(transition.before()),
                Words.lower(transition.after()),
                transition.found(),
                transition.explanation(),
                Words.lower(change.cause()),
                change.causes().stream().skip(1).map(Words::lower).toList(),
                change.grouped() ? "judged again under " + change.standard() : "",
                share == null ? "" : Points.text(share.rule()),
                share == null ? "" : whole(share),
                change.build().id().value(),
                key.commit().abbreviated(),
                When.of(change.recordedAt(), now));
    }

    private static String whole(Change.Share share) {
        int total = share.causes().values().stream().mapToInt(Integer::intValue).sum();
        String raw = share.causes().isEmpty()
                ? "The score stays."
                : "The score moves by " + Points.text(total) + ": " + Points.text(share.causes()) + ".";
        var adjusted = share.adjusted();
        return adjusted == null || adjusted == total
                ? raw
                : raw + " Without excepted rules it moves by " + Points.text(adjusted) + ".";
    }
}
