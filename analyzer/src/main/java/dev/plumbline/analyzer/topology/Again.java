package dev.plumbline.analyzer.topology;

import dev.plumbline.analyzer.build.AssembledBuild;
import dev.plumbline.analyzer.comparing.Baseline;
import dev.plumbline.analyzer.comparing.Baselines;
import dev.plumbline.analyzer.comparing.Comparison;
import dev.plumbline.analyzer.comparing.FinalBuild;
import dev.plumbline.analyzer.comparing.Reference;
import dev.plumbline.analyzer.comparing.Tolerance;
import dev.plumbline.model.score.Cause;
import dev.plumbline.model.score.Change;
import dev.plumbline.model.score.RescoringFinished.Counts;
import dev.plumbline.model.score.Score;
import dev.plumbline.model.standard.StandardId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Judges the newest final build of a component's default branch once more. It is compared with itself as
/// it was judged before; builds of other lines and open ones are left alone.
final class Again {
    private final Shelves shelves;
    private final BuildJudge judge;
    private final TimerQueue timers;
    private final Dispatch dispatch;
    private final Duration window;
    private final Tolerance tolerance;

    Again(Shelves shelves, BuildJudge judge, TimerQueue timers, Dispatch dispatch, ScoringSettings settings) {
        this.shelves = shelves;
        this.judge = judge;
        this.timers = timers;
        this.dispatch = dispatch;
        this.window = settings.window();
        this.tolerance = settings.tolerance();
    }

    /// What judging a component again comes to.
    ///
    /// @param counts nothing for a component that is not affected, or was judged so already
    record Judged(Effects effects, Counts counts) {
        static final Judged NOTHING = new Judged(Effects.NONE, Counts.NONE);
    }

    /// A build that is to be judged again.
    ///
    /// @param last when it was judged last
    private record Subject(
            BuildAddress address,
            BuildRow.Live live,
            Baselines kept,
            Baseline newest,
            AssembledBuild build,
            Instant last) {

        /// Whether a judgement after what is the reason has been made already: of a build that came since.
        boolean isPast(Reason reason) {
            return switch (reason) {
                case Reason.Standard standard when standard.came() -> live.pinned() >= standard.view();
                case Reason.Standard standard -> !last.isBefore(standard.at());
                case Reason.Order order -> order.wide() && !last.isBefore(order.at());
                case Reason.Moment _, Reason.Ownership _ -> false;
            };
        }
    }

    Judged judge(BaselineShelf.Place place, Reason reason, long timestamp) {
        var subject = subject(place);
        if (subject == null || subject.isPast(reason)) {
            return Judged.NOTHING;
        }
        var brief = brief(subject, reason);
        var turn = turn(subject, brief, reason);
        if (reason instanceof Reason.Standard && !turn.differs()) {
            return Judged.NOTHING;
        }
        var judged = judge.judge(brief);
        var effects = new Effects();
        boolean news = reason instanceof Reason.Order
                || turn.differs()
                || !subject.newest().sees(judged.scored())
                || !brief.asOf().isBefore(subject.last().plus(Retention.SAID_AGAIN));
        judge.watch(effects, timers, judged, news ? brief.asOf() : subject.last());
        if (news) {
            write(effects, new Step(subject, brief, turn, reason), judged, timestamp);
        }
        return new Judged(effects, counts(subject.newest(), judged, reason));
    }

    private @Nullable Subject subject(BaselineShelf.Place place) {
        var kept = shelves.baselines().of(place.repository(), place.component());
        var newest = kept.newest();
        if (newest == null) {
            return null;
        }
        var address = new BuildAddress(place.repository(), place.component(), newest.build());
        if (!(shelves.builds().find(address) instanceof BuildRow.Live live)
                || !live.life().isClosed()) {
            return null;
        }
        var build = AssembledBuild.of(live.life().uploads());
        return new Subject(
                address,
                live,
                kept,
                newest,
                build,
                kept.asOf(newest.build(), live.life().asOf(window)));
    }

    private BuildJudge.Brief brief(Subject subject, Reason reason) {
        var build = subject.build();
        var reference = subject.kept()
                .against(build.build(), build.order(), shelves.baselines().older(subject.address()));
        long newest = shelves.standards().newest();
        return new BuildJudge.Brief(
                subject.live().life().again(),
                build,
                shelves.builds().own(subject.address(), build.build()).availableTo(build),
                reference == null ? null : reference.baseline().build(),
                reason.at().isAfter(subject.last()) ? reason.at() : subject.last(),
                switch (reason) {
                    case Reason.Standard standard -> standard.view();
                    case Reason.Ownership _ -> newest;
                    case Reason.Moment _, Reason.Order _ -> subject.live().view(newest);
                });
    }

    private Turn turn(Subject subject, BuildJudge.Brief brief, Reason reason) {
        var build = subject.build().build();
        var part = shelves.catalog().part(build);
        return switch (reason) {
            case Reason.Standard standard ->
                new Turn(
                        Cause.STANDARD,
                        standard.came()
                                ? judge.applied(brief, part, brief.asOf(), standard.view() - 1)
                                : judge.applied(brief, part, standard.at().minusNanos(1), standard.view()),
                        judge.applied(brief, part, brief.asOf(), standard.view()));
            case Reason.Ownership ownership ->
                new Turn(
                        Cause.OWNERSHIP,
                        judge.applied(
                                brief,
                                CatalogShelf.part(
                                        ownership.before(), build.key().component()),
                                brief.asOf(),
                                subject.live().view(brief.view())),
                        judge.applied(brief, part, brief.asOf(), brief.view()));
            case Reason.Moment _, Reason.Order _ -> Turn.NONE;
        };
    }

    /// One judgement of a subject, and why it is made.
    private record Step(Subject subject, BuildJudge.Brief brief, Turn turn, Reason reason) {}

    private void write(Effects effects, Step step, FinalBuild judged, long timestamp) {
        var subject = step.subject();
        var compared = new Comparison(
                        Reference.itself(subject.newest(), step.turn().restated()),
                        () -> judged.inputs().at(subject.last()),
                        shelves.standards()::requirements,
                        tolerance)
                .compare(judged, subject.newest().ledger());
        shelves.baselines().put(effects, subject.address(), subject.kept().judgedAgain(judged.scored(), compared));
        var standing = EncodedChanges.of(compared.without(subject.live().told().changes()));
        shelves.builds()
                .put(
                        effects,
                        subject.address(),
                        new BuildRow.Live(
                                step.brief().life(),
                                standing.told(),
                                step.brief().view(),
                                subject.live().later()));
        var tell = standing.only(grouped(compared.changes(), step.reason()));
        dispatch.send(effects, judged.after(compared), tell, timestamp);
    }

    /// What the standard caused is told to its owner as one.
    private static List<Change> grouped(List<Change> changes, Reason reason) {
        return reason instanceof Reason.Standard standard
                ? changes.stream()
                        .map(change -> change.cause() == Cause.STANDARD ? change.in(standard.group()) : change)
                        .toList()
                : changes;
    }

    private static Counts counts(Baseline before, FinalBuild after, Reason reason) {
        return reason instanceof Reason.Standard standard
                ? Counts.of(before.score(standard.standard()), score(after, standard.standard()))
                : Counts.NONE;
    }

    private static Score score(FinalBuild build, StandardId standard) {
        return build.scored().scorecards().stream()
                .filter(card -> card.standard().id().equals(standard))
                .map(card -> card.marks().score())
                .findFirst()
                .orElse(Score.UNKNOWN);
    }
}
