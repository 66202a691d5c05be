package dev.plumbline.reporter.web;

import dev.plumbline.model.score.Outcome;
import dev.plumbline.model.score.RuleResult;
import dev.plumbline.model.standard.Rule;
import java.net.URI;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// One rule's verdict as a page tells it.
///
/// @param outcome a class: pass, fail, not-applicable, pending, missing, error
/// @param word the outcome for people
/// @param weight what it counts, in words
/// @param excuse what covers it; null where nothing does, or where the decision is no longer known
/// @param facts what was expected, what was found, why there is no verdict
/// @param clauses the persona's own words
/// @param clean whether there is nothing to do about it
public record RulePart(
        String id,
        String title,
        String outcome,
        String word,
        String weight,
        boolean waived,
        @Nullable ExcusePart excuse,
        List<Fact> facts,
        List<Place> where,
        String remediation,
        List<Reference> references,
        List<String> clauses,
        boolean clean) {

    public record Fact(String name, String text) {}

    public record Place(String position, String message) {}

    /// @param href an https address; empty where the reference is something else, and is shown as text
    public record Reference(String text, String href) {
        static Reference of(String text) {
            return new Reference(text, https(text) ? text : "");
        }

        private static boolean https(String text) {
            try {
                URI uri = URI.create(text);
                return "https".equals(uri.getScheme()) && uri.getHost() != null && uri.getUserInfo() == null;
            } catch (IllegalArgumentException e) {
                return false;
            }
        }
    }

    static RulePart of(RuleResult result, @Nullable Rule rule, @Nullable ExcusePart excuse) {
        Outcome outcome = result.outcome();
        return new RulePart(
                result.rule().value(),
                rule == null ? result.rule().value() : rule.title(),
                Words.lower(outcome.word()).replace(' ', '-'),
                Words.lower(outcome.word()),
                Words.lower(result.rating().keyword()) + ", "
                        + Words.lower(result.rating().level()) + ", weight "
                        + result.rating().weight(),
                result.waived(),
                excuse,
                facts(outcome),
                outcome instanceof Outcome.Failed failed
                        ? failed.where().stream()
                                .map(position -> new Place(position.toString(), position.message()))
                                .toList()
                        : List.of(),
                rule == null ? "" : rule.advice().remediation(),
                rule == null
                        ? List.of()
                        : rule.advice().references().stream().map(Reference::of).toList(),
                rule == null
                        ? List.of()
                        : rule.clauses().stream().map(clause -> clause.quote()).toList(),
                outcome instanceof Outcome.Passed || outcome instanceof Outcome.NotApplicable);
    }

    /// What asks for work first.
    static int urgency(RuleResult result) {
        return switch (result.outcome()) {
            case Outcome.Failed _ -> 0;
            case Outcome.Errored _ -> 1;
            case Outcome.Missing _ -> 2;
            case Outcome.Pending _ -> 3;
            case Outcome.Passed _ -> 4;
            case Outcome.NotApplicable _ -> 5;
        };
    }

    private static List<Fact> facts(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Passed passed -> List.of(expected(passed.expected()), found(passed.found()));
            case Outcome.Failed failed ->
                failed.credit() == 0
                        ? List.of(expected(failed.expected()), found(failed.found()))
                        : List.of(
                                expected(failed.expected()),
                                found(failed.found()),
                                new Fact("Credit", Words.percent(failed.credit()) + " of the weight"));
            case Outcome.NotApplicable none -> List.of(new Fact("Why", none.reason()));
            case Outcome.Pending pending ->
                List.of(new Fact(
                        "Awaited",
                        pending.awaited().stream().map(Object::toString).collect(Collectors.joining(", "))));
            case Outcome.Missing missing ->
                List.of(expected(missing.expected()), new Fact("Missing", missing.reason()));
            case Outcome.Errored errored -> List.of(new Fact("Error", errored.reason()));
        };
    }

    private static Fact expected(String text) {
        return new Fact("Expected", text);
    }

    private static Fact found(String text) {
        return new Fact("Found", text);
    }
}
