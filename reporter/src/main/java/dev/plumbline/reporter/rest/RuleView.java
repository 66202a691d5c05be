package dev.plumbline.reporter.rest;

import dev.plumbline.model.decision.Waiver;
import dev.plumbline.model.evidence.Kind;
import dev.plumbline.model.evidence.Position;
import dev.plumbline.model.score.Outcome;
import dev.plumbline.model.score.RuleResult;
import dev.plumbline.model.standard.Rating;
import dev.plumbline.model.standard.Rule;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One rule's verdict, with what the pinned standard says of the rule.
///
/// @param verdict what was judged
/// @param exception what covers it; null where nothing does, or where the decision is no longer known
/// @param rule what the standard says; null where the pinned version is not on the log
public record RuleView(
        String id,
        boolean waived,
        @Nullable Excuse exception,
        RatingView rating,
        Verdict verdict,
        @Nullable Text rule) {

    public record RatingView(String keyword, String severity, int weight, String level) {
        static RatingView of(Rating rating) {
            return new RatingView(
                    rating.keyword().name(),
                    rating.severity().name(),
                    rating.weight(),
                    rating.level().name());
        }
    }

    /// @param reason why there is no pass or fail; null where there is one
    /// @param creditBasisPoints what the outcome earns of the rule's weight; null where the rule does not apply
    /// @param where places to look at first
    /// @param awaited kinds of evidence that may still come
    public record Verdict(
            String outcome,
            @Nullable String expected,
            @Nullable String found,
            @Nullable String reason,
            @Nullable String assertion,
            @Nullable Integer creditBasisPoints,
            List<Place> where,
            List<String> awaited) {}

    public record Place(String path, int line, String message) {
        static Place of(Position position) {
            return new Place(position.path(), position.line(), position.message());
        }
    }

    public record Text(
            String title, String remediation, List<String> references, String reading, List<Clause> clauses) {
        public static Text of(Rule rule) {
            return new Text(
                    rule.title(),
                    rule.advice().remediation(),
                    rule.advice().references(),
                    rule.advice().reading(),
                    rule.clauses().stream()
                            .map(clause ->
                                    new Clause(clause.section(), clause.number(), clause.digest(), clause.quote()))
                            .toList());
        }
    }

    public record Clause(String section, int number, String digest, String quote) {}

    /// @param until from then on it covers nothing
    public record Excuse(
            String id,
            String reason,
            String requestedBy,
            @Nullable String approvedBy,
            String until) {
        static @Nullable Excuse of(@Nullable Waiver waiver) {
            return waiver == null
                    ? null
                    : new Excuse(
                            waiver.id().value(),
                            waiver.reason(),
                            waiver.request().by(),
                            waiver.approval() instanceof Waiver.Approval.Given given ? given.by() : null,
                            waiver.validity().until().toString());
        }
    }

    static RuleView of(RuleResult result, @Nullable Rule rule, @Nullable Waiver exception) {
        return new RuleView(
                result.rule().value(),
                result.waived(),
                Excuse.of(exception),
                RatingView.of(result.rating()),
                verdict(result.outcome()),
                rule == null ? null : Text.of(rule));
    }

    private static Verdict verdict(Outcome outcome) {
        String word = outcome.word().name();
        return switch (outcome) {
            case Outcome.Passed passed ->
                new Verdict(word, passed.expected(), passed.found(), null, null, 10_000, List.of(), List.of());
            case Outcome.Failed failed ->
                new Verdict(
                        word,
                        failed.expected(),
                        failed.found(),
                        null,
                        failed.assertion(),
                        failed.credit(),
                        failed.where().stream().map(Place::of).toList(),
                        List.of());
            case Outcome.NotApplicable none ->
                new Verdict(word, null, null, none.reason(), null, null, List.of(), List.of());
            case Outcome.Pending pending ->
                new Verdict(
                        word,
                        null,
                        null,
                        "evidence may still come",
                        null,
                        0,
                        List.of(),
                        pending.awaited().stream().map(Kind::value).toList());
            case Outcome.Missing missing ->
                new Verdict(word, missing.expected(), null, missing.reason(), null, 0, List.of(), List.of());
            case Outcome.Errored errored ->
                new Verdict(word, null, null, errored.reason(), null, 0, List.of(), List.of());
        };
    }
}
