package dev.plumbline.reporter.projection;

import dev.plumbline.model.score.BuildScored;
import dev.plumbline.model.score.Scorecard;
import dev.plumbline.model.standard.StandardRef;
import java.util.HashMap;
import java.util.Map;

/// Makes what is kept of builds, with one object for what many of them share.
final class Keeper {
    private final Map<StandardRef, StandardRef> refs = new HashMap<>();
    private final Map<Kept.Verdict, Kept.Verdict> verdicts = new HashMap<>();

    Kept keep(BuildScored scored, BuildOrder order) {
        return new Kept(
                order,
                scored.build().name(),
                scored.scorecards().stream().map(this::card).toList(),
                scored.provenance().decisions(),
                PackedBuild.of(scored));
    }

    /// One object for each pinned standard, however many points name it.
    StandardRef once(StandardRef ref) {
        return once(refs, ref);
    }

    private Kept.Card card(Scorecard card) {
        return new Kept.Card(
                once(card.standard()),
                card.step(),
                card.marks(),
                card.results().stream()
                        .map(result -> once(verdicts, Kept.Verdict.of(result)))
                        .toList());
    }

    private static <T> T once(Map<T, T> all, T one) {
        T known = all.putIfAbsent(one, one);
        return known == null ? one : known;
    }
}
