package dev.plumbline.analyzer.topology;

import dev.plumbline.analyzer.build.AssembledBuild;
import dev.plumbline.analyzer.build.BuildLife;
import dev.plumbline.analyzer.build.Upload;
import dev.plumbline.analyzer.comparing.Baseline;
import dev.plumbline.analyzer.comparing.BaselineCodec;
import dev.plumbline.analyzer.comparing.Baselines;
import dev.plumbline.analyzer.comparing.Comparison;
import dev.plumbline.analyzer.comparing.FinalBuild;
import dev.plumbline.analyzer.comparing.Inputs;
import dev.plumbline.model.build.BuildId;
import dev.plumbline.model.score.Change;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/// The steps of builds' lives on one partition: an upload comes, a deadline passes. Each reads what it needs, judges,
/// and
/// answers with its effects.
final class BuildSteps {
    private final ProcessorContext<byte[], byte[]> context;
    private final Rows builds;
    private final Rows baselines;
    private final Rows carried;
    private final StandardsShelf standards;
    private final BuildJudge judge;
    private final TimerQueue timers;
    private final Retention retention;
    private final Duration window;
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
        this.baselines = new Rows(store, Rows.Of.BASELINES);
        this.carried = new Rows(store, Rows.Of.CARRIED_EVIDENCE);
        this.standards = standards;
        this.judge = judge;
        this.timers = timers;
        this.retention = new Retention(baselines);
        this.window = settings.window();
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
        effects.add(() -> timers.drop(address));
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
        var provisional = judge.judge(
                new BuildJudge.Brief(revision.life(), revision.build(), available.availableTo(revision.build()), null));
        var effects = new Effects();
        put(effects, builds, address.row(), BuildRowCodec.encode(new BuildRow.Live(revision.life(), Told.NOTHING)));
        var timer = TimerQueue.Timer.at(revision.life().deadline(window), address);
        effects.add(() -> timers.set(timer));
        send(effects, provisional, List.of(), timestamp);
        return effects;
    }

    private Effects close(BuildAddress address, BuildRow.Live before, Revision revision, long timestamp) {
        var own = own(address, revision);
        var available = own.or(ofDefault(address, revision)).availableTo(revision.build());
        var kept = baselines(address);
        var build = revision.build();
        var against = kept.against(build.build(), build.order());
        var judged = judge.judge(
                new BuildJudge.Brief(revision.life(), build, available, against == null ? null : against.build()));
        var now = against == null ? List.<Change>of() : changes(address, against, judged);
        var effects = new Effects();
        put(effects, builds, address.row(), BuildRowCodec.encode(new BuildRow.Live(revision.life(), Told.of(now))));
        if (kept.movedBy(build.build(), build.order())) {
            move(effects, address, kept, kept.with(Baseline.of(judged.scored(), build.order())));
        }
        var more = own.with(build);
        if (!more.equals(own)) {
            put(effects, carried, address.carriedRow(build.build().lineage()), more.encode());
        }
        effects.add(() -> timers.drop(address));
        send(
                effects,
                judged,
                Comparison.toTell(before.told().changes(), now, judged.scored().recordedAt()),
                timestamp);
        return effects;
    }

    private List<Change> changes(BuildAddress address, Baseline against, FinalBuild judged) {
        return new Comparison(against, () -> inputs(address.at(against.build())), standards::requirements)
                .changes(judged);
    }

    /// The baseline's own evidence; nothing of it is known any more when it is no longer kept.
    private Inputs inputs(BuildAddress baseline) {
        if (stored(baseline) instanceof BuildRow.Live live
                && !live.life().uploads().isEmpty()) {
            return new Inputs(AssembledBuild.evidenceOf(live.life().uploads()), Set.of());
        }
        return new Inputs(Map.of(), Set.of());
    }

    /// Writes the new baselines; a build that no longer is one keeps only its ids.
    private void move(Effects effects, BuildAddress address, Baselines before, Baselines after) {
        put(effects, baselines, address.baselineRow(), BaselineCodec.encode(after));
        var still = new HashSet<BuildId>();
        after.newestFirst().forEach(baseline -> still.add(baseline.build()));
        for (var gone : before.newestFirst()) {
            var its = address.at(gone.build());
            byte[] row = still.contains(gone.build()) ? null : builds.get(its.row());
            if (row != null) {
                put(effects, builds, its.row(), BuildRowCodec.settled(row));
            }
        }
    }

    private Baselines baselines(BuildAddress address) {
        byte[] row = baselines.get(address.baselineRow());
        return row == null ? Baselines.NONE : BaselineCodec.decode(row);
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
