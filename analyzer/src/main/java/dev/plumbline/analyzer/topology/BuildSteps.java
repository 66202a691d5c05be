package dev.plumbline.analyzer.topology;

import dev.plumbline.analyzer.build.AssembledBuild;
import dev.plumbline.analyzer.build.BuildLife;
import dev.plumbline.analyzer.build.Upload;
import dev.plumbline.analyzer.comparing.Baseline;
import dev.plumbline.analyzer.comparing.Baselines;
import dev.plumbline.analyzer.comparing.Compared;
import dev.plumbline.analyzer.comparing.Comparison;
import dev.plumbline.analyzer.comparing.FinalBuild;
import dev.plumbline.analyzer.comparing.Inputs;
import dev.plumbline.analyzer.comparing.Ledger;
import dev.plumbline.analyzer.comparing.Reference;
import dev.plumbline.analyzer.comparing.RequestLedger;
import dev.plumbline.analyzer.comparing.Tolerance;
import dev.plumbline.model.build.Component;
import dev.plumbline.model.build.Lineage;
import dev.plumbline.model.build.RepositoryId;
import dev.plumbline.model.score.Change;
import dev.plumbline.model.score.Course;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/// The steps of builds' lives on one partition: an upload comes, a deadline passes. Each reads what it needs,
/// judges, and answers with its effects.
final class BuildSteps {
    private final ProcessorContext<byte[], byte[]> context;
    private final Rows builds;
    private final BaselineShelf baselines;
    private final Rows carried;
    private final StandardsShelf standards;
    private final BuildJudge judge;
    private final TimerQueue timers;
    private final Retention retention;
    private final Duration window;
    private final Tolerance tolerance;
    private final AnalyzerMeters meters;

    BuildSteps(
            ProcessorContext<byte[], byte[]> context,
            StandardsShelf standards,
            BuildJudge judge,
            TimerQueue timers,
            ScoringSettings settings) {
        this.context = context;
        KeyValueStore<String, byte[]> store = context.getStateStore(StateStores.REPOSITORIES);
        this.builds = new Rows(store, Rows.Of.BUILDS);
        this.baselines = new BaselineShelf(store);
        this.carried = new Rows(store, Rows.Of.CARRIED_EVIDENCE);
        this.standards = standards;
        this.judge = judge;
        this.timers = timers;
        this.retention = new Retention(baselines);
        this.window = settings.window();
        this.tolerance = settings.tolerance();
        this.meters = settings.meters();
    }

    /// @param timestamp of the record that the upload came in
    Effects receive(Upload upload, long timestamp) {
        var address = BuildAddress.of(upload.said().build().key());
        return switch (retention.at(upload.receivedAt(), address, stored(address))) {
            case BuildRow.Settled settled -> {
                (settled.uploads().contains(upload.id()) ? meters.repeated() : meters.late()).increment();
                yield Effects.NONE;
            }
            case BuildRow.Live live -> {
                var next = live.life().receive(upload);
                if (next.equals(live.life())) {
                    meters.repeated().increment();
                    yield Effects.NONE;
                }
                yield step(address, live, next, timestamp);
            }
        };
    }

    /// @param timestamp when the timer fired, for the records it writes
    Effects expire(BuildAddress address, long timestamp) {
        if (stored(address) instanceof BuildRow.Live live) {
            var next = live.life().expire();
            if (!next.equals(live.life())) {
                return step(address, live, next, timestamp);
            }
        }
        var effects = new Effects();
        effects.add(() -> timers.drop(new Alarm.Deadline(address)));
        return effects;
    }

    private BuildRow stored(BuildAddress address) {
        byte[] row = builds.get(address.row());
        return row == null ? BuildRow.unknown() : BuildRowCodec.decode(row);
    }

    private Effects step(BuildAddress address, BuildRow.Live before, BuildLife life, long timestamp) {
        var assembled = AssembledBuild.of(life.uploads());
        return life.isClosed()
                ? close(address, before, new Revision(life, assembled), timestamp)
                : collect(address, new Revision(life, assembled), timestamp);
    }

    private record Revision(BuildLife life, AssembledBuild build) {}

    private Effects collect(BuildAddress address, Revision revision, long timestamp) {
        var available = own(address, revision).or(ofDefault(address, revision));
        var provisional = judge.judge(new BuildJudge.Brief(
                revision.life(),
                revision.build(),
                available.availableTo(revision.build()),
                null,
                revision.life().asOf(window)));
        var effects = new Effects();
        put(effects, builds, address.row(), BuildRowCodec.encode(new BuildRow.Live(revision.life(), Told.NOTHING)));
        var timer = TimerQueue.Timer.at(revision.life().deadline(window), new Alarm.Deadline(address));
        effects.add(() -> timers.set(timer));
        send(effects, provisional, List.of(), timestamp);
        return effects;
    }

    private Effects close(BuildAddress address, BuildRow.Live before, Revision revision, long timestamp) {
        var own = own(address, revision);
        var available = own.or(ofDefault(address, revision)).availableTo(revision.build());
        var build = revision.build();
        var kept = baselines.of(address);
        var reference = kept.against(build.build(), build.order(), baselines.older(address));
        var judged = judge.judge(new BuildJudge.Brief(
                revision.life(),
                build,
                available,
                reference == null ? null : reference.baseline().build(),
                kept.asOf(build.order().id(), revision.life().asOf(window))));
        var told = before.told().changes();
        var line = new Line(address, build, kept, reference);
        var effects = new Effects();
        var compared = compare(effects, line, judged, told);
        put(
                effects,
                builds,
                address.row(),
                BuildRowCodec.encode(new BuildRow.Live(revision.life(), Told.of(compared.changes()))));
        if (kept.movedBy(build.build(), build.order(), baselines.older(address))) {
            move(
                    effects,
                    address,
                    kept,
                    Baseline.of(judged.scored(), build.order(), compared.ledger())
                            .judgedAgain(kept.judgedAgain(build.order().id())));
            watch(effects, address, judged);
        }
        var more = own.with(build);
        if (!more.equals(own)) {
            put(effects, carried, address.carriedRow(build.build().lineage()), more.encode());
        }
        effects.add(() -> timers.drop(new Alarm.Deadline(address)));
        var noted = judged.after(compared);
        send(
                effects,
                noted,
                Comparison.toTell(told, compared.changes(), noted.scored().recordedAt()),
                timestamp);
        return effects;
    }

    /// Judges the newest final build of a component's default branch once more, for a reason that no upload brought.
    ///
    /// @param at the moment of the reason
    /// @param always whether a revision is written although no verdict differs
    Effects again(RepositoryId repository, Component component, Instant at, boolean always, long timestamp) {
        var kept = baselines.of(repository, component);
        var newest = kept.newest();
        if (newest == null) {
            return Effects.NONE;
        }
        var address = new BuildAddress(repository, component, newest.build());
        if (!(stored(address) instanceof BuildRow.Live live) || !live.life().isClosed()) {
            return Effects.NONE;
        }
        var life = live.life().again();
        var revision = new Revision(life, AssembledBuild.of(life.uploads()));
        var build = revision.build();
        var reference = kept.against(build.build(), build.order(), baselines.older(address));
        var judgedBefore = kept.asOf(newest.build(), life.asOf(window));
        var judged = judge.judge(new BuildJudge.Brief(
                life,
                build,
                own(address, revision).availableTo(build),
                reference == null ? null : reference.baseline().build(),
                later(at, judgedBefore)));
        var effects = new Effects();
        watch(effects, address, judged);
        if (!always && newest.sees(judged.scored())) {
            return effects;
        }
        var same = new Reference(newest, Course.Against.SAME_BUILD, false);
        var compared = new Comparison(same, () -> judged.inputs().at(judgedBefore), standards::requirements, tolerance)
                .compare(judged, newest.ledger());
        baselines.put(effects, address, kept.judgedAgain(judged.scored(), compared));
        var told = compared.without(live.told().changes());
        put(effects, builds, address.row(), BuildRowCodec.encode(new BuildRow.Live(life, Told.of(told))));
        send(effects, judged.after(compared), compared.changes(), timestamp);
        return effects;
    }

    /// Looks again when the first piece of evidence of the newest final build is too old for a rule.
    private void watch(Effects effects, BuildAddress address, FinalBuild judged) {
        var stale = judge.staleFrom(judged);
        if (stale != null) {
            var timer = TimerQueue.Timer.at(stale, new Alarm.Stale(address.repository(), address.component()));
            effects.add(() -> timers.setNoLater(timer));
        }
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    /// A build on its line of history.
    ///
    /// @param reference what it is compared with; null where there is nothing
    private record Line(
            BuildAddress address,
            AssembledBuild build,
            Baselines kept,
            @Nullable Reference reference) {}

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
        if (reference == null || line.kept().settled(line.build().order())) {
            return Compared.withNothing(told, ledger);
        }
        var compared = comparison(line.address(), reference).compare(judged, ledger);
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
        var compared = comparison(line.address(), reference).compare(judged, ledger);
        var after = new RequestLedger(line.build().order(), ledger, compared.ledger());
        baselines.put(effects, line.address(), request, after);
        return compared;
    }

    private Comparison comparison(BuildAddress address, Reference reference) {
        var against = address.at(reference.baseline().build());
        return new Comparison(
                reference, () -> inputs(against, reference.baseline()), standards::requirements, tolerance);
    }

    /// The baseline's own evidence and what it carried; nothing of it is known any more when it is no longer kept.
    private Inputs inputs(BuildAddress address, Baseline baseline) {
        if (stored(address) instanceof BuildRow.Live live
                && !live.life().uploads().isEmpty()) {
            var uploads = live.life().uploads();
            var again = baseline.judgedAgain();
            var asOf = live.life().asOf(window);
            return Inputs.readFrom(
                    kind -> AssembledBuild.evidenceOf(uploads, kind),
                    () -> carried(address.defaultCarriedRow()).before(baseline.order()),
                    again == null ? asOf : later(again, asOf));
        }
        return Inputs.none();
    }

    /// Writes the new baselines; a build that is no longer among the newest two keeps only its ids.
    private void move(Effects effects, BuildAddress address, Baselines kept, Baseline baseline) {
        var moved = kept.with(baseline);
        baselines.put(effects, address, moved);
        var leaving = moved.leaving();
        if (leaving != null) {
            var its = address.at(leaving.build());
            byte[] row = builds.get(its.row());
            if (row != null) {
                put(effects, builds, its.row(), BuildRowCodec.settled(row));
            }
        }
    }

    private CarriedEvidence own(BuildAddress address, Revision revision) {
        return carried(address.carriedRow(revision.build().build().lineage()));
    }

    private CarriedEvidence ofDefault(BuildAddress address, Revision revision) {
        return revision.build().build().lineage().isDefault()
                ? CarriedEvidence.NONE
                : carried(address.defaultCarriedRow());
    }

    private CarriedEvidence carried(String row) {
        byte[] known = carried.get(row);
        return known == null ? CarriedEvidence.NONE : CarriedEvidence.decode(known);
    }

    private static void put(Effects effects, Rows rows, String key, byte[] value) {
        if (value.length > StateStores.MAX_ROW_BYTES) {
            throw new IllegalArgumentException("the uploads of one build come to " + value.length
                    + " bytes, over the limit of " + StateStores.MAX_ROW_BYTES);
        }
        effects.add(() -> rows.put(key, value));
    }

    private void send(Effects effects, FinalBuild judged, List<Change> tell, long timestamp) {
        var scorecards = Outgoing.scorecards(judged.scored(), timestamp);
        var changes =
                tell.stream().map(change -> Outgoing.change(change, timestamp)).toList();
        effects.add(() -> {
            context.forward(scorecards, Outgoing.SCORECARDS);
            changes.forEach(change -> context.forward(change, Outgoing.CHANGES));
            meters.scored(judged.scored());
            meters.changes().increment(changes.size());
        });
    }
}
