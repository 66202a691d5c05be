package dev.plumbline.analyzer.topology;

import dev.plumbline.analyzer.build.AssembledBuild;
import dev.plumbline.analyzer.build.BuildLife;
import dev.plumbline.analyzer.build.BuildOrder;
import dev.plumbline.analyzer.build.Upload;
import dev.plumbline.analyzer.comparing.Baseline;
import dev.plumbline.analyzer.comparing.Baselines;
import dev.plumbline.analyzer.comparing.Compared;
import dev.plumbline.analyzer.comparing.Comparison;
import dev.plumbline.analyzer.comparing.FinalBuild;
import dev.plumbline.analyzer.comparing.Ledger;
import dev.plumbline.analyzer.comparing.Reference;
import dev.plumbline.analyzer.comparing.Remarks;
import dev.plumbline.analyzer.comparing.RequestLedger;
import dev.plumbline.analyzer.comparing.Telling;
import dev.plumbline.analyzer.comparing.Tolerance;
import dev.plumbline.model.build.BuildKey;
import dev.plumbline.model.build.Lineage;
import dev.plumbline.model.evidence.Kind;
import dev.plumbline.model.score.Change;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The steps of builds' lives on one partition: an upload comes, a deadline passes. Each reads what it
/// needs, judges, and answers with its effects.
final class BuildSteps {
    private final BuildShelf builds;
    private final BaselineShelf baselines;
    private final Dispatch dispatch;
    private final StandardsShelf standards;
    private final BuildJudge judge;
    private final TimerQueue timers;
    private final Attempts attempts;
    private final Duration window;
    private final Tolerance tolerance;
    private final AnalyzerMeters meters;

    BuildSteps(Shelves shelves, BuildJudge judge, TimerQueue timers, Dispatch dispatch, ScoringSettings settings) {
        this.builds = shelves.builds();
        this.baselines = shelves.baselines();
        this.standards = shelves.standards();
        this.judge = judge;
        this.timers = timers;
        this.dispatch = dispatch;
        this.attempts = new Attempts(builds, new Retention(baselines));
        this.window = settings.window();
        this.tolerance = settings.tolerance();
        this.meters = settings.meters();
    }

    /// @param timestamp of the record that the upload came in
    Effects receive(Upload upload, long timestamp) {
        var key = upload.said().build().key();
        return switch (attempts.at(key, upload.receivedAt())) {
            case BuildRow.Settled settled -> {
                (settled.uploads().contains(upload.id()) ? meters.repeated() : meters.late()).increment();
                yield Effects.NONE;
            }
            case BuildRow.Announced announced ->
                receive(key, BuildRow.Live.begin(announced.later()), upload, timestamp);
            case BuildRow.Live live -> receive(key, live, upload, timestamp);
        };
    }

    private Effects receive(BuildKey key, BuildRow.Live live, Upload upload, long timestamp) {
        boolean begins = live.life().uploads().isEmpty() && key.attempt() > 1;
        var life = begins ? attempts.begin(key, upload.receivedAt()) : live.life();
        var next = life.receive(upload);
        boolean news = !next.equals(life);
        var effects = news ? step(BuildAddress.of(key), live, next, timestamp) : new Effects();
        if (!news) {
            meters.repeated().increment();
        } else if (begins) {
            attempts.announce(effects, key, upload.receivedAt());
        }
        // after a repetition as well: it may be what failed there the first time
        attempts.after(key, live, upload.receivedAt())
                .forEach(later -> effects.add(() -> handOn(upload, later, timestamp)));
        return effects;
    }

    /// What an attempt brings counts for a later one of its run that does not bring it.
    private void handOn(Upload upload, BuildKey later, long timestamp) {
        if (attempts.at(later, upload.receivedAt()) instanceof BuildRow.Live live) {
            var next = Attempts.after(live, upload);
            if (!next.equals(live.life())) {
                step(BuildAddress.of(later), live, next, timestamp).happen();
            }
        }
    }

    /// @param timestamp when the timer fired, for the records it writes
    Effects expire(BuildAddress address, long timestamp) {
        if (builds.find(address) instanceof BuildRow.Live live) {
            var next = live.life().expire();
            if (!next.equals(live.life())) {
                return step(address, live, next, timestamp);
            }
        }
        var effects = new Effects();
        effects.add(() -> timers.drop(new Alarm.Deadline(address)));
        return effects;
    }

    private Effects step(BuildAddress address, BuildRow.Live before, BuildLife life, long timestamp) {
        var assembled = AssembledBuild.of(life.uploads());
        return life.isClosed()
                ? close(address, before, new Revision(life, assembled), timestamp)
                : collect(address, before, new Revision(life, assembled), timestamp);
    }

    private record Revision(BuildLife life, AssembledBuild build) {}

    private Effects collect(BuildAddress address, BuildRow.Live before, Revision revision, long timestamp) {
        var build = revision.build().build();
        var available = builds.own(address, build).availableTo(revision.build(), builds.ofDefault(address, build));
        var provisional = judge.judge(new BuildJudge.Brief(
                revision.life(),
                revision.build(),
                available,
                null,
                revision.life().asOf(window),
                standards.newest()));
        var effects = new Effects();
        builds.put(
                effects,
                address,
                new BuildRow.Live(revision.life(), Told.NOTHING, BuildRow.Live.NOT_PINNED, before.later()));
        var timer = TimerQueue.Timer.at(revision.life().deadline(window), new Alarm.Deadline(address));
        effects.add(() -> timers.set(timer));
        dispatch.send(effects, provisional, EncodedChanges.NONE, timestamp);
        return effects;
    }

    private Effects close(BuildAddress address, BuildRow.Live before, Revision revision, long timestamp) {
        var build = revision.build();
        var own = builds.own(address, build.build());
        var available = own.availableTo(build, builds.ofDefault(address, build.build()));
        var kept = baselines.of(address);
        var reference = kept.against(build.build(), build.order(), baselines.older(address));
        long view = before.view(standards.newest());
        var judged = judge.judge(new BuildJudge.Brief(
                revision.life(),
                build,
                available,
                reference == null ? null : reference.baseline().build(),
                kept.asOf(build.order().id(), revision.life().asOf(window)),
                view));
        var told = before.told().changes();
        var line = new Line(address, build, kept, reference, view);
        var effects = new Effects();
        var replaced = replaced(line, own);
        var compared = compare(effects, line, judged, told).noting(Remarks.replaced(replaced));
        var shown = EncodedChanges.of(compared.changes());
        builds.put(effects, address, new BuildRow.Live(revision.life(), shown.told(), view, before.later()));
        boolean moves = kept.movedBy(build.build(), build.order(), baselines.older(address));
        if (moves) {
            move(
                    effects,
                    address,
                    kept,
                    Baseline.of(judged.scored(), build.order(), compared.ledger())
                            .judgedAgain(kept.judgedAgain(build.order().id())));
            if (kept.overtaken(build.order())) {
                watchOther(effects, line);
            } else {
                judge.watch(
                        effects, timers, judged, judged.scored().provenance().asOf());
            }
        } else if (build.build().lineage().isDefault()) {
            var late = Baseline.of(judged.scored(), build.order(), Ledger.EMPTY);
            var aside = kept.aside(
                    replaced.isEmpty() ? late : late.unsure(judged.scored(), without(replaced)),
                    baselines.older(address));
            if (aside != null) {
                baselines.put(effects, address, aside);
            }
        }
        var more = own.with(build, revision.life().uploads(), finals(line, moves));
        if (more != null) {
            builds.put(effects, address, build.build(), more);
        }
        effects.add(() -> timers.drop(new Alarm.Deadline(address)));
        var noted = judged.after(compared);
        var against = noted.scored().provenance().baseline();
        var tell = new Telling(told, compared.changes(), against)
                .changes(noted.scored().recordedAt());
        dispatch.send(effects, noted, shown.only(tell), timestamp);
        return effects;
    }

    /// {@return kinds of which it is not known whether a build of the default branch that closes after
    /// newer ones carried any: only that of newer ones is kept}
    private static Set<Kind> replaced(Line line, CarriedEvidence own) {
        var build = line.build();
        return !build.build().lineage().isDefault()
                        || line.kept().keepsWhole(build.order())
                        || !line.kept().settled(build.order())
                ? Set.of()
                : own.replacedAfter(build);
    }

    /// {@return rules that ask for none of some kinds}
    private Baseline.Certain without(Set<Kind> kinds) {
        return (standard, rule) -> standards.requirements(standard, rule).stream()
                .flatMap(requirement -> requirement.any().stream())
                .noneMatch(requirement -> kinds.contains(requirement.kind()));
    }

    /// A build on its line of history.
    ///
    /// @param reference what it is compared with; null where there is nothing
    /// @param view of the standards that it is judged by
    private record Line(
            BuildAddress address,
            AssembledBuild build,
            Baselines kept,
            @Nullable Reference reference,
            long view) {}

    /// {@return where the newest two finals of a build's line stand from now on}
    ///
    /// @param moves whether the build is one of them
    private static List<BuildOrder> finals(Line line, boolean moves) {
        var order = line.build().order();
        if (!line.build().build().lineage().isDefault()) {
            return List.of();
        }
        return moves ? line.kept().newestTwoWith(order) : line.kept().newestTwo();
    }

    private Compared compare(Effects effects, Line line, FinalBuild judged, List<Change> told) {
        return switch (line.build().build().lineage()) {
            case Lineage.DefaultBranch _ -> onDefault(effects, line, judged, told);
            case Lineage.ChangeRequest _ -> onRequest(effects, line, judged, told);
            case Lineage.SideBranch _ -> Compared.withNothing(told, Ledger.EMPTY);
        };
    }

    private Compared onDefault(Effects effects, Line line, FinalBuild judged, List<Change> told) {
        var ledger = line.kept().ledgerBefore(line.build().order(), told);
        var reference = line.reference();
        if (line.kept().overtaken(line.build().order())) {
            return Compared.withNothing(List.of(), Ledger.EMPTY);
        }
        if (reference == null || line.kept().settled(line.build().order())) {
            return Compared.withNothing(told, ledger);
        }
        var compared = comparison(line, reference, judged).compare(judged, ledger);
        if (reference.repeated()) {
            baselines.put(effects, line.address(), line.kept().standing(compared.ledger()));
        }
        return compared;
    }

    private Compared onRequest(Effects effects, Line line, FinalBuild judged, List<Change> told) {
        var request = line.build().build().lineage();
        var known = baselines.request(line.address(), request);
        var ledger = RequestLedger.before(known, line.build().order());
        var reference = line.reference();
        if (ledger == null || reference == null) {
            return Compared.withNothing(told, Ledger.EMPTY);
        }
        var compared = comparison(line, reference, judged).compare(judged, ledger);
        var after = new RequestLedger(line.build().order(), ledger, compared.ledger());
        baselines.put(effects, line.address(), request, after);
        return compared;
    }

    private Comparison comparison(Line line, Reference reference, FinalBuild judged) {
        var against = line.address().at(reference.baseline().build());
        var known = reference.baseline().knows(judged.scored())
                ? reference
                : reference.with(completed(line, reference.baseline()));
        return new Comparison(
                known, () -> builds.inputs(against, reference.baseline(), window), standards::requirements, tolerance);
    }

    /// {@return a baseline of another version of a standard with its verdicts under the present one, where
    /// its evidence is kept; its scorecards stay as they are. Nothing is said of rules that ask for what
    /// the build may have carried and a later one has replaced}
    private Baseline completed(Line line, Baseline baseline) {
        var live = closed(line, baseline);
        if (live == null) {
            return baseline;
        }
        var build = AssembledBuild.of(live.life().uploads());
        var own = builds.own(line.address(), build.build());
        var asOf = line.kept().asOf(baseline.build(), live.life().asOf(window));
        var again =
                judge.judge(new BuildJudge.Brief(live.life(), build, own.availableTo(build), null, asOf, line.view()));
        return baseline.completed(again.scored(), without(own.replacedAfter(build)));
    }

    /// What is kept whole of a build; null where it is not.
    private BuildRow.@Nullable Live closed(Line line, Baseline baseline) {
        return builds.find(line.address().at(baseline.build())) instanceof BuildRow.Live live
                        && live.life().isClosed()
                ? live
                : null;
    }

    /// Another build is the newest in place of one that was: it is looked at when its evidence grows old.
    private void watchOther(Effects effects, Line line) {
        var other = line.kept().newestFirst().getLast();
        var live = closed(line, other);
        if (live != null) {
            var build = AssembledBuild.of(live.life().uploads());
            var last = other.judgedAgain();
            var asOf = last == null ? live.life().asOf(window) : last;
            var available = builds.own(line.address(), build.build()).availableTo(build);
            var again = judge.judge(
                    new BuildJudge.Brief(live.life(), build, available, null, asOf, live.view(standards.newest())));
            judge.watch(effects, timers, again, asOf);
        }
    }

    /// Writes the new baselines; a build that is no longer among the newest two keeps only its ids.
    private void move(Effects effects, BuildAddress address, Baselines kept, Baseline baseline) {
        var moved = kept.with(baseline);
        baselines.put(effects, address, moved);
        var leaving = moved.leaving();
        if (leaving != null) {
            builds.settle(effects, address.at(leaving.build()));
        }
    }
}
