package dev.plumbline.analyzer.topology;

import dev.plumbline.analyzer.build.Upload;
import dev.plumbline.analyzer.failure.DeadLetter;
import dev.plumbline.analyzer.failure.Failures;
import dev.plumbline.analyzer.standard.StandardRefused;
import dev.plumbline.model.build.RepositoryId;
import dev.plumbline.model.catalog.AliasRegistered;
import dev.plumbline.model.decision.Reach;
import dev.plumbline.model.wire.Envelope;
import dev.plumbline.model.wire.Topic;
import dev.plumbline.model.wire.TopicManifest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.Cancellable;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.Punctuator;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The one node between the topics that come in and those that go out. Keys are repositories (of standards
/// and bindings: their names); per repository the order of the log holds, across repositories none does.
///
/// A record that fails leaves a dead letter and nothing else, and the next one goes on.
final class ScoreBuildsProcessor implements Processor<byte[], byte[], byte[], byte[]> {
    private static final Logger LOG = LoggerFactory.getLogger(ScoreBuildsProcessor.class);
    private static final Duration TICK = Duration.ofSeconds(1);
    private static final int TIMERS_PER_TICK = 200;

    /// So many groups of partitions have their slices one after the other instead of all at once.
    private static final int TURNS = 4;

    private static final Duration SWEEP = Duration.ofSeconds(10);

    private final List<Cancellable> schedules = new ArrayList<>();
    private final Map<String, Topic> topics = new HashMap<>();
    private final CompiledStandards compiled;
    private final Pace pace;
    private final ScoringSettings settings;
    private @Nullable Task task;

    /// @param compiled standards, which all partitions of a process share
    /// @param pace of judging again, which they share too
    ScoreBuildsProcessor(TopicManifest manifest, CompiledStandards compiled, Pace pace, ScoringSettings settings) {
        manifest.entries().forEach(entry -> topics.put(entry.name(), entry.topic()));
        this.compiled = compiled;
        this.pace = pace;
        this.settings = settings;
    }

    /// All that exists only while the processor is assigned a partition.
    private record Task(
            ProcessorContext<byte[], byte[]> context,
            Horizon horizon,
            Pace.Share pace,
            Shelves shelves,
            TimerQueue timers,
            BuildSteps steps,
            Rejudging rejudging,
            Rescoring rescoring,
            Sweep sweep) {}

    private Task started(ProcessorContext<byte[], byte[]> context) {
        KeyValueStore<String, byte[]> timersStore = context.getStateStore(StateStores.TIMERS);
        KeyValueStore<String, byte[]> repositories = context.getStateStore(StateStores.REPOSITORIES);
        var shelves = Shelves.of(context, compiled);
        var timers = new TimerQueue(timersStore);
        var dispatch = new Dispatch(context, settings.meters());
        var judge = new BuildJudge(shelves.standards(), shelves.catalog(), shelves.decisions());
        var again = new Again(shelves, judge, timers, dispatch, settings);
        return new Task(
                context,
                new Horizon(context.currentSystemTimeMs()),
                pace.join(Thread.currentThread()),
                shelves,
                timers,
                new BuildSteps(shelves, judge, timers, dispatch, settings),
                new Rejudging(shelves, again, timers),
                new Rescoring(
                        shelves,
                        again,
                        timers,
                        dispatch,
                        (repository, timestamp, failure) ->
                                bury(context, of(repository.value(), null, timestamp), failure)),
                new Sweep(repositories, new Retention(shelves.baselines())));
    }

    @Override
    public void init(ProcessorContext<byte[], byte[]> context) {
        var started = started(context);
        task = started;
        schedules.add(context.schedule(TICK, PunctuationType.WALL_CLOCK_TIME, now -> fireDue(started, now)));
        scheduleSlices(
                context, now -> started.rescoring().slice(now, started.pace().slice(now)));
        schedules.add(context.schedule(
                SWEEP,
                PunctuationType.WALL_CLOCK_TIME,
                now -> sweep(started, Instant.ofEpochMilli(started.horizon().at(now)))));
    }

    private void scheduleSlices(ProcessorContext<byte[], byte[]> context, Punctuator slice) {
        long later = Pace.PERIOD.toMillis() / TURNS * (context.taskId().partition() % TURNS);
        if (later == 0) {
            schedules.add(context.schedule(Pace.PERIOD, PunctuationType.WALL_CLOCK_TIME, slice));
            return;
        }
        var first = new AtomicReference<Cancellable>();
        first.set(context.schedule(Duration.ofMillis(later), PunctuationType.WALL_CLOCK_TIME, now -> {
            first.get().cancel();
            schedules.add(context.schedule(Pace.PERIOD, PunctuationType.WALL_CLOCK_TIME, slice));
            slice.punctuate(now);
        }));
        schedules.add(first.get());
    }

    @Override
    public void close() {
        schedules.forEach(Cancellable::cancel);
        schedules.clear();
        var ended = task;
        if (ended != null) {
            ended.pace().leave();
            task = null;
        }
    }

    @Override
    public void process(Record<byte[], byte[]> record) {
        var current = Objects.requireNonNull(task, "Records come only after init.");
        var position = current.context().recordMetadata().orElseThrow();
        current.horizon().took(record.timestamp(), current.context().currentSystemTimeMs());
        try {
            take(current, record, topics.get(position.topic()));
            settings.meters().failedInARow().set(0);
        } catch (Throwable failure) { // boundary: whatever one record does, it must not stop the records behind it
            bury(current.context(), record, failure);
        }
    }

    private void take(Task current, Record<byte[], byte[]> record, @Nullable Topic topic) throws StandardRefused {
        switch (Objects.requireNonNull(topic, "Every source of the topology is in the manifest.")) {
            case EVIDENCE -> evidence(current, record);
            case STANDARDS -> standard(current, record);
            case CATALOG -> catalogued(current, record);
            case DECISIONS -> decision(current, record);
            case SCORECARDS, CHANGES, DELIVERIES, DEADLETTERS ->
                throw new IllegalStateException("The topology must not read its own output, " + topic + ".");
        }
    }

    private void evidence(Task current, Record<byte[], byte[]> record) {
        if (record.value() == null) {
            throw new IllegalArgumentException("the record has no value; an upload cannot be withdrawn");
        }
        current.pace().uploaded(current.context().currentSystemTimeMs());
        var upload = Upload.of(record.value());
        var repository = upload.said().build().key().repository();
        if (!repository.value().equals(key(record))) {
            throw new IllegalArgumentException(
                    "the key «" + key(record) + "» is not the repository of the upload, " + repository);
        }
        fireBefore(current, repository, upload.receivedAt(), record.timestamp());
        current.steps().receive(upload, record.timestamp()).happen();
    }

    private void standard(Task current, Record<byte[], byte[]> record) throws StandardRefused {
        fireAllBefore(current, moment(record), record.timestamp());
        var news = current.shelves().standards().accept(key(record), record.value());
        current.rescoring().came(key(record), news, moment(record));
    }

    private void catalogued(Task current, Record<byte[], byte[]> record) {
        if (AliasRegistered.isKey(key(record))) {
            return; // resolved before evidence is sent: here it comes under one id already
        }
        var repository = new RepositoryId(key(record));
        var moment = moment(record);
        fireBefore(current, repository, moment, record.timestamp());
        var before = current.shelves().catalog().entry(repository);
        current.shelves().catalog().accept(key(record), record.value());
        current.rejudging().catalogued(repository, before, moment, record.timestamp());
    }

    private void decision(Task current, Record<byte[], byte[]> record) {
        var decision = current.shelves().decisions().accept(key(record), record.value());
        if (decision.reach() instanceof Reach.OneRepository one) {
            fireBefore(current, one.repository(), decision.receivedAt(), record.timestamp());
        } else {
            fireBefore(current, decision.receivedAt(), record.timestamp());
        }
        current.rejudging().decided(decision, record.timestamp());
    }

    private static void sweep(Task current, Instant now) {
        current.sweep().slice(now);
        current.shelves().decisions().sweep(now);
    }

    /// What was due for this repository when the record came happens first: a rebuild gives what live gave.
    private void fireBefore(Task current, RepositoryId repository, Instant moment, long timestamp) {
        fireBefore(current, moment, timestamp);
        fireEach(current, () -> current.timers().next(repository, moment), timestamp);
        current.rescoring().before(repository, moment, timestamp);
    }

    private void fireBefore(Task current, Instant moment, long timestamp) {
        fireEach(current, () -> current.timers().nextOfNone(moment), timestamp);
    }

    /// What is published holds for whatever closes after it: all that was due before closes by what held
    /// then.
    private void fireAllBefore(Task current, Instant moment, long timestamp) {
        fireEach(current, () -> current.timers().next(moment.toEpochMilli()), timestamp);
    }

    /// One timer may set the next, which may be due as well. One that stays as it was must not hold up the
    /// record: it fires again with the next.
    private void fireEach(Task current, Supplier<TimerQueue.@Nullable Timer> next, long timestamp) {
        TimerQueue.@Nullable Timer last = null;
        for (var timer = next.get(); timer != null && !timer.equals(last); timer = next.get()) {
            fire(current, timer, timestamp);
            last = timer;
        }
    }

    private void fire(Task current, TimerQueue.Timer timer, long timestamp) {
        try {
            var repository = timer.alarm().repository();
            if (repository != null) {
                current.rescoring().before(repository, timer.due(), timestamp);
            }
            switch (timer.alarm()) {
                case Alarm.Deadline deadline ->
                    current.steps().expire(deadline.build(), timestamp).happen();
                case Alarm.Stale stale -> current.rejudging().stale(stale, timer.due(), timestamp);
                case Alarm.Decided decided -> current.rejudging().turned(decided, timer.due(), timestamp);
                case Alarm.DecidedWidely decided -> current.rejudging().turned(decided, timer.due());
                case Alarm.Begins begins -> current.rescoring().begins(begins, timer.due());
            }
        } catch (Throwable failure) { // boundary: a build that cannot be closed must not keep others from closing
            bury(current, timer, timestamp, failure);
        }
    }

    /// At most so many; what is left waits for the next tick.
    private void fireDue(Task current, long nowMillis) {
        long due = current.horizon().at(nowMillis);
        var left = new AtomicInteger(TIMERS_PER_TICK);
        fireEach(current, () -> left.getAndDecrement() > 0 ? current.timers().next(due) : null, nowMillis);
    }

    private void bury(Task current, TimerQueue.Timer timer, long nowMillis, Throwable failure) {
        var repository = timer.alarm().repository();
        KeyValueStore<String, byte[]> repositories = current.context().getStateStore(StateStores.REPOSITORIES);
        byte[] row = timer.alarm() instanceof Alarm.Deadline deadline
                ? new Rows(repositories, Rows.Of.BUILDS).get(deadline.build().row())
                : null;
        String key = repository == null ? timer.alarm().row() : repository.value();
        bury(current.context(), of(key, row, nowMillis), failure);
        current.timers().drop(timer);
    }

    private static Record<byte[], byte[]> of(String key, byte @Nullable [] row, long nowMillis) {
        return new Record<>(key.getBytes(StandardCharsets.UTF_8), row, nowMillis, new RecordHeaders());
    }

    private void bury(ProcessorContext<byte[], byte[]> context, Record<byte[], byte[]> record, Throwable failure) {
        if (!Failures.isOfTheRecord(failure)) {
            throw rethrown(failure);
        }
        var position = context.recordMetadata().orElse(null);
        context.forward(DeadLetter.of(record, failure, position), Outgoing.DEAD_LETTERS);
        settings.meters().deadLetters().increment();
        settings.meters().failedInARow().incrementAndGet();
        LOG.warn(
                "A record of {} went to the dead letters: {}",
                position == null ? "a timer" : position.topic() + "-" + position.partition() + "@" + position.offset(),
                DeadLetter.reason(failure),
                failure);
    }

    /// Only unchecked failures get past the record's fault.
    private static RuntimeException rethrown(Throwable failure) {
        if (failure instanceof Error error) {
            throw error;
        }
        return failure instanceof RuntimeException unchecked
                ? unchecked
                : new IllegalStateException("A checked failure is the record's own.", failure);
    }

    /// {@return when a record arrived: as its header says, else when the log took it}
    private static Instant moment(Record<byte[], byte[]> record) {
        var header = record.headers().lastHeader(Envelope.RECORDED_TIME);
        return header == null
                ? Instant.ofEpochMilli(record.timestamp())
                : Instant.parse(new String(header.value(), StandardCharsets.UTF_8));
    }

    private static String key(Record<byte[], byte[]> record) {
        if (record.key() == null) {
            throw new IllegalArgumentException("the record has no key");
        }
        return new String(record.key(), StandardCharsets.UTF_8);
    }
}
