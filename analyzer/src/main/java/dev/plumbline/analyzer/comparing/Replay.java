package dev.plumbline.analyzer.comparing;

import dev.plumbline.analyzer.scoring.Case;
import dev.plumbline.analyzer.scoring.EvidenceSet;
import dev.plumbline.analyzer.scoring.Scoring;
import dev.plumbline.analyzer.standard.CompiledRule;
import dev.plumbline.model.evidence.Evidence;
import dev.plumbline.model.evidence.Kind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Asks one rule what it says of inputs that never were together: those of a baseline, with one kind after the other
/// replaced by that of a later build. It is asked only where a replacement makes a difference that it can see: never
/// for most changes of code.
final class Replay {
    private final CompiledRule rule;
    private final Trial trial;
    private final Exchange exchange;
    private final Instant asOfBefore;

    /// @param asOfBefore when the baseline was judged
    Replay(CompiledRule rule, Trial trial, Flip.Side before, Flip.Side after, Instant asOfBefore) {
        this.rule = rule;
        this.trial = trial;
        this.exchange = new Exchange(rule, before, after, trial.judged().asOf());
        this.asOfBefore = asOfBefore;
    }

    /// Facts about the repository decide only whether a rule applies, so that those of the baseline, of which but the
    /// digest is kept, are not needed.
    ///
    /// @param was null where the baseline's standard did not have the rule
    /// @return null where the rule does not say of the baseline's inputs, as far as they are kept, what it did
    @Nullable
    RulePath path(@Nullable Verdict was, Verdict now) {
        boolean known = was != null && was.applies() == now.applies();
        var owned = known && was != null ? was : now.applies() ? onBaseline() : now;
        var before = was == null ? owned : was;
        var waived = excused(owned);
        if (!now.applies() || rule.rule().attestation() != null) {
            return steps(was, before, owned, waived, now, now, now);
        }
        if (exchange.sameReports()) {
            return exchange.otherReading()
                    ? steps(was, before, owned, waived, waived, waived, waived, now)
                    : steps(was, before, owned, waived, now, now, now, now);
        }
        var withEvidence = exchange.evidence();
        var withTool = exchange.tool(withEvidence);
        if (known && (asks(withEvidence) || asks(withTool)) && !onBaseline().saysAs(owned)) {
            return null;
        }
        var evidence = verdict(withEvidence, now, waived);
        var tool = withTool.equals(withEvidence) ? evidence : verdict(withTool, now, evidence);
        return steps(was, before, owned, waived, evidence, tool, now, now);
    }

    private static RulePath steps(@Nullable Verdict was, Verdict... steps) {
        var all = new ArrayList<>(List.of(steps));
        while (all.size() < RulePath.STEPS) {
            all.add(all.getLast());
        }
        return new RulePath(was, all, false);
    }

    private boolean asks(Map<Kind, Evidence> pieces) {
        return !pieces.equals(exchange.after()) && (!pieces.equals(exchange.before()) || timely(rule));
    }

    private Verdict verdict(Map<Kind, Evidence> pieces, Verdict now, Verdict unchanged) {
        if (pieces.equals(exchange.after())) {
            return now;
        }
        if (!asks(pieces)) {
            return unchanged;
        }
        return excused(asked(exchange.ageless(pieces) ? rule.ageless() : rule, exchange.held(pieces), asOfAfter()));
    }

    private Verdict onBaseline() {
        return asked(rule, exchange.heldBefore(), asOfBefore);
    }

    private Verdict asked(CompiledRule of, EvidenceSet evidence, Instant asOf) {
        var judged = new Case(trial.judged().subject(), evidence, List.of(), List.of(), /* closed= */ true, asOf);
        return Verdict.of(Scoring.outcome(of, judged));
    }

    private Verdict excused(Verdict verdict) {
        var bare = verdict.waived(false);
        return verdict.waived(
                bare.standing() == Standing.UNMET && trial.excused().test(rule));
    }

    private Instant asOfAfter() {
        return trial.judged().asOf();
    }

    /// Whether the passing of time alone can change what the rule says of evidence that is fresh enough.
    static boolean timely(CompiledRule rule) {
        var credit = rule.credit();
        return (credit != null && credit.reads().contains("now"))
                || rule.assertions().stream()
                        .anyMatch(assertion -> assertion.that().reads().contains("now"));
    }
}
