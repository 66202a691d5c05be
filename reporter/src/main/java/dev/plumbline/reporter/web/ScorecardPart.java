package dev.plumbline.reporter.web;

import dev.plumbline.model.score.BuildScored;
import dev.plumbline.model.score.Gate;
import dev.plumbline.model.score.RuleResult;
import dev.plumbline.model.score.Score;
import dev.plumbline.model.score.Scorecard;
import dev.plumbline.reporter.projection.Excuses;
import dev.plumbline.reporter.projection.PublishedStandards;
import dev.plumbline.reporter.projection.ReadModel;
import dev.plumbline.reporter.projection.Standing;
import dev.plumbline.reporter.rest.Points;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/// One scorecard as a page shows it: what asks for work first.
///
/// @param title of the standard
/// @param standard id and version
/// @param gate a class: not gated, allow, block
/// @param level without what is excepted
/// @param unexcused the level as it would be without exceptions; empty where it is the same
/// @param moved by how much the score moved since the build compared with, and why; empty where it did not
/// @param counts whether it enters roll-ups
public record ScorecardPart(
        String title,
        String standard,
        String step,
        Figure score,
        Figure confidence,
        String level,
        String unexcused,
        String moved,
        String gate,
        List<String> reasons,
        boolean counts,
        String tally,
        List<RulePart> toDo,
        List<RulePart> clean) {

    static ScorecardPart of(Scorecard card, BuildScored of, ReadModel model, Instant now) {
        PublishedStandards standards = model.standards();
        Excuses excuses = Excuses.of(of, model.decisions());
        List<RulePart> rules = card.results().stream()
                .sorted(Comparator.comparingInt(RulePart::urgency)
                        .thenComparingInt(result -> -result.rating().weight())
                        .thenComparing(RuleResult::rule))
                .map(result -> RulePart.of(
                        result,
                        standards.rule(card.standard(), result.rule()).orElse(null),
                        ExcusePart.of(excuses.covering(card.standard().id(), result), now)))
                .toList();
        List<RulePart> toDo = rules.stream().filter(rule -> !rule.clean()).toList();
        return new ScorecardPart(
                standards
                        .standard(card.standard())
                        .map(published -> published.standard().title())
                        .orElse(card.standard().id().value()),
                card.standard().id() + " " + card.standard().version(),
                Words.lower(card.step()),
                Figure.of(card.marks().score(), "No rule that applies has passed or failed on evidence."),
                Figure.of(new Score.Known(card.marks().confidence()), ""),
                Words.level(card.marks().level()),
                card.marks().unexcused() == null ? "" : Words.level(card.marks().unexcused()),
                moved(card, of),
                gate(card.gate()),
                card.gate().reasons(),
                Standing.counts(card.step()),
                passed(rules) + " of " + Words.count(rules.size(), "rule passes", "rules pass"),
                toDo,
                rules.stream().filter(RulePart::clean).toList());
    }

    private static String moved(Scorecard card, BuildScored of) {
        return of.moves().stream()
                .filter(move -> move.standard().equals(card.standard().id()))
                .map(move -> "The score moved by " + Points.text(move.total()) + " points since "
                        + (move.since().equals(of.build().id())
                                ? "this build was judged before: "
                                : "build " + move.since().value().substring(0, 12) + ": ")
                        + Points.text(move.causes())
                        + (move.inferred()
                                ? ". Not all of the earlier evidence is kept: some causes are inferred."
                                : "."))
                .findFirst()
                .orElse("");
    }

    static String gate(Gate gate) {
        return switch (gate.decision()) {
            case NOT_GATED -> "not gated";
            case ALLOW -> "allowed";
            case BLOCK -> "blocked";
        };
    }

    private static long passed(List<RulePart> rules) {
        return rules.stream().filter(rule -> rule.outcome().equals("pass")).count();
    }
}
