package dev.plumbline.analyzer.topology;

import dev.plumbline.analyzer.scoring.Attested;
import dev.plumbline.analyzer.scoring.Case;
import dev.plumbline.analyzer.scoring.Waiving;
import dev.plumbline.analyzer.standard.Applied;
import dev.plumbline.analyzer.standard.CompiledRule;
import dev.plumbline.model.decision.DecisionId;
import dev.plumbline.model.decision.Reach;
import dev.plumbline.model.score.Scorecard;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What people decided about one component at one moment, as its scorecards are made.
final class Decided {
    private final DecisionsShelf shelf;
    private final Reach.Place place;
    private final Waiving waiving;
    private final Set<DecisionId> words = new TreeSet<>();

    Decided(DecisionsShelf shelf, Reach.Place place, Instant asOf) {
        this.shelf = shelf;
        this.place = place;
        this.waiving = new Waiving(shelf.waiversInForce(place, asOf), place, asOf);
    }

    /// {@return the case with what people said under a standard that asks for it}
    Case attested(Applied applied, Case judged) {
        var said = shelf.said(applied.standard().ref().id(), place);
        if (said.isEmpty()) {
            return judged;
        }
        var asked = applied.standard().rules().stream()
                .flatMap(rule -> rule.rule().requires().stream())
                .map(requirement -> requirement.kind())
                .collect(Collectors.toSet());
        var attested = new ArrayList<Attested>();
        for (var one : said) {
            if (asked.contains(one.word().kind())) {
                attested.add(one.word());
                words.add(one.id());
            }
        }
        return new Case(
                judged.subject(), judged.evidence(), attested, judged.awaited(), judged.closed(), judged.asOf());
    }

    Scorecard over(Applied applied, Scorecard card) {
        return waiving.over(applied, card);
    }

    boolean covers(Applied applied, CompiledRule rule) {
        return waiving.covers(applied, rule.rule());
    }

    List<DecisionId> used() {
        var all = new ArrayList<>(words);
        all.addAll(waiving.used());
        return all;
    }

    /// {@return the first moment at which a rule's own terms end an exception; null where none do}
    @Nullable
    Instant cutShort() {
        return waiving.cutShort();
    }

    List<String> unused() {
        return waiving.unused();
    }
}
