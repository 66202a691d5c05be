package dev.plumbline.analyzer.scoring;

import dev.cel.runtime.CelEvaluationException;
import dev.plumbline.analyzer.standard.CompiledAssertion;
import dev.plumbline.analyzer.standard.CompiledRule;
import dev.plumbline.analyzer.standard.Conditions.Answer;
import dev.plumbline.model.evidence.Evidence;
import dev.plumbline.model.evidence.FindingsEvidence;
import dev.plumbline.model.evidence.Kind;
import dev.plumbline.model.evidence.ToolRun;
import dev.plumbline.model.score.Outcome;
import dev.plumbline.model.standard.Requirement;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// One rule, judged on one build, in this order and no other: does it apply, is the evidence there, did the
/// tool do its work with the rule's ids enabled, is the evidence fresh, do the assertions hold.
final class Judgement {
    private static final int FULL = 10_000;

    private final CompiledRule rule;
    private final Case judged;

    private Judgement(CompiledRule rule, Case judged) {
        this.rule = rule;
        this.judged = judged;
    }

    /// @param concerns whether the rule concerns the subject
    static Outcome of(CompiledRule rule, Answer concerns, Case judged) {
        return switch (concerns) {
            case Answer.Fails fails -> new Outcome.NotApplicable(fails.sentence());
            case Answer.Breaks breaks -> new Outcome.Errored(breaks.reason());
            case Answer.Holds _ -> {
                var attestation = rule.rule().attestation();
                if (attestation != null) {
                    yield Attestations.of(rule, attestation, judged);
                }
                yield rule.variants().isEmpty()
                        ? new Judgement(rule, judged).onEvidence()
                        : onAlternatives(rule, judged);
            }
        };
    }

    /// The first alternative that passes or fails is the verdict: one that is absent, broke off, ran
    /// without the rule's ids or is stale yields to the next. Where none can be judged, the complaint about
    /// the first that came counts.
    private static Outcome onAlternatives(CompiledRule rule, Case judged) {
        @Nullable Outcome complaint = null;
        for (var variant : rule.variants()) {
            var judgement = new Judgement(variant, judged);
            var outcome = judgement.onEvidence();
            if (outcome instanceof Outcome.Passed || outcome instanceof Outcome.Failed) {
                return outcome;
            }
            if (complaint == null && variant.rule().requires().stream().allMatch(judgement::there)) {
                complaint = outcome;
            }
        }
        return complaint == null ? new Judgement(rule, judged).without() : complaint;
    }

    private Outcome without() {
        var absent = rule.rule().requires().stream()
                .filter(requirement -> requirement.any().stream().noneMatch(this::there))
                .toList();
        return wanting(
                absent.stream()
                        .flatMap(it -> it.any().stream())
                        .map(Requirement::kind)
                        .toList(),
                "the build closed without "
                        + absent.stream().map(Requirement::text).collect(Collectors.joining(", and without "))
                        + " evidence; send one of them with the build.");
    }

    private boolean there(Requirement requirement) {
        var piece = judged.evidence().find(requirement);
        return piece != null && usable(piece);
    }

    private Outcome onEvidence() {
        var requirements = rule.rule().requires();
        var held = new Held[requirements.size()];
        for (int i = 0; i < held.length; i++) {
            var piece = judged.evidence().find(requirements.get(i));
            if (piece == null || !usable(piece)) {
                return absent();
            }
            held[i] = piece;
        }
        for (var piece : held) {
            var run = piece.evidence().source().tool();
            if (run.failed()) {
                return new Outcome.Errored(broken(run, piece.evidence().kind()));
            }
        }
        for (int i = 0; i < held.length; i++) {
            var complaint = notEnabled(held[i], i);
            if (complaint != null) {
                return complaint;
            }
        }
        var evidence = new Evidence[held.length];
        for (int i = 0; i < held.length; i++) {
            var complaint = stale(held[i]);
            if (complaint != null) {
                return complaint;
            }
            evidence[i] = held[i].evidence();
        }
        var complaint = unmeasured(evidence);
        return complaint == null ? asserted(Arrays.asList(evidence)) : complaint;
    }

    /// What nobody measured is not 0.
    private @Nullable Outcome unmeasured(Evidence[] evidence) {
        for (var figure : rule.figures().values()) {
            var gap = figure.gap();
            var piece = evidence[figure.requirement()];
            if (gap != null && gap.in().test(piece)) {
                return wanting(List.of(piece.kind()), "the evidence of " + piece.kind() + " " + gap.text());
            }
        }
        return null;
    }

    private Outcome absent() {
        var absent = rule.rule().requires().stream()
                .filter(requirement -> !there(requirement))
                .map(Requirement::kind)
                .toList();
        return wanting(absent, "the build closed without " + kinds(absent) + " evidence; send it with the build.");
    }

    /// Carried evidence counts only where the rule says how old it may be, and only until what was promised
    /// comes.
    private boolean usable(Held piece) {
        return !piece.carried()
                || (rule.rule().maxAge() != null
                        && (judged.closed()
                                || !judged.awaited().contains(piece.evidence().kind())));
    }

    private Outcome wanting(List<Kind> kinds, String reason) {
        return judged.closed() ? new Outcome.Missing(rule.expected(), reason) : new Outcome.Pending(kinds);
    }

    private @Nullable Outcome notEnabled(Held piece, int index) {
        var wanted = rule.filters().get(index);
        if (!(piece.evidence() instanceof FindingsEvidence findings)
                || rule.rule().requires().get(index).rules().isEmpty()) {
            return null;
        }
        var settings = judged.evidence().find(wanted.settings());
        var enabled = judged.evidence().enabled(findings, settings);
        var lacking = enabled.lacking(wanted);
        if (lacking.isEmpty()) {
            return null;
        }
        String tool = findings.kind().qualifier();
        String reason = enabled.unstated()
                ? "nobody said which rules " + tool
                        + " ran with, so that no finding is no news; send the tool's settings" + settingsCommand(tool)
                        + " as kind " + wanted.settings() + "."
                : tool + " ran without " + some(lacking) + "; enable " + (lacking.size() == 1 ? "it." : "them.");
        return settings == null
                ? wanting(List.of(wanted.settings()), reason)
                : new Outcome.Missing(rule.expected(), reason);
    }

    private @Nullable Outcome stale(Held piece) {
        var maxAge = rule.rule().maxAge();
        String complaint = maxAge == null ? null : Freshness.complaint(piece, maxAge, judged.asOf());
        if (complaint == null) {
            return null;
        }
        return piece.carried()
                ? wanting(List.of(piece.evidence().kind()), complaint)
                : new Outcome.Missing(rule.expected(), complaint);
    }

    private Outcome asserted(List<Evidence> evidence) {
        var view = new EvidenceView(rule, evidence, judged.asOf());
        try {
            @Nullable String found = null;
            for (var assertion : rule.assertions()) {
                if (!assertion.that().holds(view)) {
                    return failed(assertion, view, evidence);
                }
                String one = assertion.found().render(view::value);
                found = found == null ? one : found + "; " + one;
            }
            return new Outcome.Passed(rule.expected(), found == null ? "" : found);
        } catch (CelEvaluationException e) {
            return new Outcome.Errored("the rule cannot be evaluated: " + e.getMessage());
        } catch (RuntimeException e) { // boundary: evidence that nobody foresaw; the rule fails alone
            return new Outcome.Errored("the rule cannot be evaluated: " + e);
        }
    }

    private Outcome failed(CompiledAssertion assertion, EvidenceView view, List<Evidence> evidence)
            throws CelEvaluationException {
        var credit = rule.credit();
        return new Outcome.Failed(
                assertion.id(),
                assertion.expected(),
                assertion.found().render(view::value),
                credit == null ? 0 : basisPoints(credit.number(view)),
                Places.of(rule, assertion, evidence));
    }

    /// Half up; what is no number earns nothing.
    static int basisPoints(double credit) {
        return Double.isNaN(credit) ? 0 : (int) Math.floor(Math.clamp(credit, 0.0, 1.0) * FULL + 0.5);
    }

    private static String broken(ToolRun run, Kind kind) {
        return run.name() + (run.version() == null ? "" : " " + run.version()) + " did not do its work"
                + (run.exitCode() == null ? "" : " (exit code " + run.exitCode() + ")") + ": its " + kind
                + " report proves nothing.";
    }

    private static String settingsCommand(String tool) {
        return tool.equals("ruff") ? " (`ruff check --show-settings`)" : "";
    }

    private static String kinds(List<Kind> kinds) {
        return kinds.stream().map(Kind::value).collect(Collectors.joining(" and "));
    }

    private static String some(List<String> ids) {
        int shown = 8;
        return ids.size() <= shown
                ? String.join(", ", ids)
                : String.join(", ", ids.subList(0, shown)) + " and " + (ids.size() - shown) + " more";
    }
}
