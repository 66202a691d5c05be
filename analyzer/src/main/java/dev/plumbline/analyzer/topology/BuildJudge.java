package dev.plumbline.analyzer.topology;

import dev.plumbline.analyzer.build.AssembledBuild;
import dev.plumbline.analyzer.build.AssembledBuild.Piece;
import dev.plumbline.analyzer.build.BuildLife;
import dev.plumbline.analyzer.build.Choices.Choice;
import dev.plumbline.analyzer.build.SubjectResolution;
import dev.plumbline.analyzer.comparing.FinalBuild;
import dev.plumbline.analyzer.comparing.Inputs;
import dev.plumbline.analyzer.comparing.Trial;
import dev.plumbline.analyzer.scoring.Attestations;
import dev.plumbline.analyzer.scoring.Case;
import dev.plumbline.analyzer.scoring.EvidenceSet;
import dev.plumbline.analyzer.scoring.Freshness;
import dev.plumbline.analyzer.scoring.Held;
import dev.plumbline.analyzer.scoring.Scoring;
import dev.plumbline.analyzer.standard.Applied;
import dev.plumbline.analyzer.standard.RepositoryFacts;
import dev.plumbline.model.build.Build;
import dev.plumbline.model.build.BuildId;
import dev.plumbline.model.build.Subject;
import dev.plumbline.model.catalog.CatalogEntry;
import dev.plumbline.model.decision.DecisionId;
import dev.plumbline.model.decision.Reach;
import dev.plumbline.model.evidence.Digest;
import dev.plumbline.model.evidence.Evidence;
import dev.plumbline.model.evidence.Kind;
import dev.plumbline.model.score.BuildScored;
import dev.plumbline.model.score.BuildState;
import dev.plumbline.model.score.EvidenceUse;
import dev.plumbline.model.score.Gate;
import dev.plumbline.model.score.Provenance;
import dev.plumbline.model.score.Scorecard;
import dev.plumbline.model.standard.Combine;
import dev.plumbline.model.wire.Codec;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Puts together what one revision of a build is judged on, and has it judged by every standard that
/// applies.
final class BuildJudge {
    /// Version of the engine in every provenance: counts up whenever equal inputs may give other outcomes.
    static final String ENGINE = "plumbline/1";

    private static final Codec<Subject> SUBJECT = Codec.of(Subject.class);
    private static final int SUBJECTS_KEPT = 1_000;

    private final StandardsShelf standards;
    private final CatalogShelf catalog;
    private final DecisionsShelf decisions;
    /// Organisations have far fewer kinds of subject than builds.
    private final Map<Subject, Digest> subjects = new HashMap<>();

    BuildJudge(StandardsShelf standards, CatalogShelf catalog, DecisionsShelf decisions) {
        this.standards = standards;
        this.catalog = catalog;
        this.decisions = decisions;
    }

    /// One revision, ready to be judged.
    ///
    /// @param asOf what rules see as `now`
    /// @param view which of the standards published
    record Brief(
            BuildLife life,
            AssembledBuild build,
            CarriedEvidence.Available available,
            @Nullable BuildId baseline,
            Instant asOf,
            long view) {
        Brief with(CarriedEvidence.Available other) {
            return new Brief(life, build, other, baseline, asOf, view);
        }

        List<CarriedEvidence.Entry> carried() {
            return available.entries();
        }

        /// {@return what the build brings itself, without what is too old and has a substitute}
        Map<Kind, Piece> own() {
            var brought = build.evidence();
            if (carried().stream().noneMatch(entry -> brought.containsKey(entry.kind()))) {
                return brought;
            }
            var own = new TreeMap<>(brought);
            carried().forEach(entry -> own.remove(entry.kind()));
            return own;
        }

        Map<Kind, Evidence> evidence() {
            var evidence = new HashMap<Kind, Evidence>();
            own().forEach((kind, piece) -> evidence.put(kind, piece.evidence()));
            carried().forEach(entry -> evidence.put(entry.kind(), entry.evidence()));
            return evidence;
        }

        /// {@return what it is judged on; null where there is nothing of the kind}
        @Nullable
        Piece piece(Kind kind) {
            for (var entry : carried()) {
                if (entry.kind().equals(kind)) {
                    return entry.piece();
                }
            }
            return build.evidence().get(kind);
        }

        /// {@return what it has several reports of}
        Map<Kind, Piece> several() {
            var several = new TreeMap<Kind, Piece>();
            own().forEach((kind, piece) -> {
                if (piece.choices() != null) {
                    several.put(kind, piece);
                }
            });
            for (var entry : carried()) {
                if (entry.hasSeveral()) {
                    several.put(entry.kind(), entry.piece());
                }
            }
            return several;
        }

        Set<Kind> carriedKinds() {
            return carried().stream().map(CarriedEvidence.Entry::kind).collect(Collectors.toSet());
        }
    }

    FinalBuild judge(Brief asked) {
        var assembled = asked.build();
        var build = assembled.build();
        var facts = facts(build, catalog.part(build), asked.evidence().values());
        var subject = facts.subject();
        var asOf = asked.asOf();
        var decided = new Decided(decisions, place(facts), asOf);
        var applied = standards.applied(facts, asOf, asked.view());
        var brief = Substitution.in(asked, applied);
        var trials = trials(applied, subject, brief, decided);
        var scorecards = trials.stream()
                .map(trial -> decided.over(trial.applied(), Scoring.score(trial.applied(), trial.judged())))
                .toList();
        var readings = new Readings(brief.several(), trials);
        var notes = new ArrayList<>(assembled.notes());
        notes.removeAll(readings.idle());
        notes.addAll(readings.choices());
        if (scorecards.isEmpty()) {
            notes.addAll(standards.whyNone(facts, asOf, brief.view()));
        }
        if (brief.life().isClosed()) {
            notes.addAll(decided.unused());
        }
        brief.carried().forEach(entry -> notes.add(entry.kind() + " is carried from build " + entry.build()));
        var scored = new BuildScored(
                build,
                brief.life().revision(),
                brief.life().state(),
                asOf,
                scorecards,
                Gate.worst(scorecards.stream().map(Scorecard::gate).toList()),
                provenance(brief, subject, readings, decided.used()),
                notes,
                assembled.backfilled());
        return new FinalBuild(scored, assembled.order(), inputs(brief), trials, decided.cutShort());
    }

    private static Inputs inputs(Brief brief) {
        return Inputs.of(
                (kind, how) -> {
                    var piece = brief.piece(kind);
                    return piece == null ? null : piece.by(how).evidence();
                },
                brief.carriedKinds(),
                brief.asOf());
    }

    /// {@return the standards that hold for a build as something other than its brief has it}
    ///
    /// @param part what the catalog says
    List<Applied> applied(Brief brief, CatalogEntry.Part part, Instant asOf, long view) {
        var facts = facts(brief.build().build(), part, brief.evidence().values());
        return standards.applied(facts, asOf, view);
    }

    private static RepositoryFacts facts(Build build, CatalogEntry.Part part, Collection<Evidence> evidence) {
        return new RepositoryFacts(
                build.key().repository(),
                build.name(),
                build.key().component(),
                part.team(),
                part.system(),
                SubjectResolution.resolve(part.subject(), build.subject(), evidence));
    }

    private static Reach.Place place(RepositoryFacts facts) {
        return new Reach.Place(facts.id(), facts.name(), facts.component(), facts.team(), facts.system());
    }

    private static List<Trial> trials(List<Applied> applied, Subject subject, Brief brief, Decided decided) {
        if (applied.isEmpty()) {
            return List.of();
        }
        var held = new ArrayList<Held>();
        brief.own().values().forEach(piece -> held.add(new Held(piece.evidence(), null, piece.choices())));
        brief.carried()
                .forEach(entry -> held.add(
                        new Held(entry.evidence(), entry.build(), entry.piece().choices())));
        var judged = new Case(
                subject,
                EvidenceSet.of(held),
                List.of(),
                awaited(brief.life()),
                brief.life().isClosed(),
                brief.asOf());
        return applied.stream()
                .map(standard ->
                        new Trial(standard, decided.attested(standard, judged), rule -> decided.covers(standard, rule)))
                .toList();
    }

    /// Has the newest final build of a component looked at again when the first piece of its evidence is
    /// too old for a rule, or an exception for it, and before the log forgets it.
    ///
    /// @param said as of when it was written last
    void watch(Effects effects, TimerQueue timers, FinalBuild judged, Instant said) {
        var stale = staleFrom(judged);
        var again = said.plus(Retention.SAID_AGAIN);
        var key = judged.scored().build().key();
        var timer = TimerQueue.Timer.at(
                stale == null || again.isBefore(stale) ? again : stale,
                new Alarm.Stale(key.repository(), key.component()));
        effects.add(() -> timers.setNoLater(timer));
    }

    /// {@return the first moment at which evidence or a word that a rule was judged on is too old for it,
    /// or at which its own terms end an exception; null where there is none}
    private @Nullable Instant staleFrom(FinalBuild judged) {
        @Nullable Instant first = judged.excusedUntil();
        for (var card : judged.scored().scorecards()) {
            for (var result : card.results()) {
                var maxAge = result.outcome().measured() ? standards.maxAge(card.standard(), result.rule()) : null;
                if (maxAge != null) {
                    for (var requirement : standards.requirements(card.standard(), result.rule())) {
                        for (var one : requirement.any()) {
                            first = earlier(
                                    first,
                                    one.kind().attested()
                                            ? Attestations.staleFrom(words(judged, card), one.kind(), maxAge)
                                            : Freshness.staleFrom(
                                                    judged.inputs()
                                                            .askedBy(List.of(one))
                                                            .of(one.kind()),
                                                    maxAge));
                        }
                    }
                }
            }
        }
        return first;
    }

    private static Case words(FinalBuild judged, Scorecard card) {
        return Objects.requireNonNull(judged.under(card.standard()), "Every scorecard comes of a trial.")
                .judged();
    }

    private static @Nullable Instant earlier(@Nullable Instant one, @Nullable Instant other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return one.isBefore(other) ? one : other;
    }

    private static List<Kind> awaited(BuildLife life) {
        return switch (life.state()) {
            case BuildState.Provisional open -> open.awaited();
            case BuildState.Final _ -> List.of();
        };
    }

    private Digest digest(Subject subject) {
        if (subjects.size() >= SUBJECTS_KEPT) {
            subjects.clear();
        }
        return subjects.computeIfAbsent(subject, SUBJECT::digest);
    }

    private Provenance provenance(Brief brief, Subject subject, Readings readings, List<DecisionId> used) {
        var uses = new ArrayList<EvidenceUse>();
        var taken = brief.build().taken();
        brief.own().forEach((kind, piece) -> use(uses, piece, readings, taken.get(kind)));
        brief.carried().forEach(entry -> use(uses, entry.piece(), readings, entry.build()));
        uses.sort(Comparator.comparing(EvidenceUse::kind));
        return new Provenance(
                brief.asOf(), brief.life().uploads().ids(), uses, digest(subject), used, brief.baseline(), ENGINE);
    }

    private static void use(List<EvidenceUse> uses, Piece piece, Readings readings, @Nullable BuildId from) {
        uses.add(use(piece.by(Combine.MERGE), from, null));
        for (var how : readings.chosen(piece.evidence().kind())) {
            uses.add(use(piece.by(how), from, how));
        }
    }

    private static EvidenceUse use(Choice choice, @Nullable BuildId from, @Nullable Combine how) {
        var evidence = choice.evidence();
        return new EvidenceUse(
                evidence.kind(),
                choice.record(),
                evidence.source().report(),
                evidence.source().reader(),
                from,
                how);
    }
}
