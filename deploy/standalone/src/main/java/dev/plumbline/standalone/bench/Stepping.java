package dev.plumbline.standalone.bench;

import dev.plumbline.analyzer.build.Upload;
import dev.plumbline.model.wire.Packing;
import java.util.List;
import java.util.Set;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;
import org.jspecify.annotations.Nullable;

/// The least that an analyzer of any kind does with a record, without judging anything.
///
/// @param answers what is passed on instead of the record, in turn; empty where the record itself is
record Stepping(Step step, List<byte[]> answers) implements ProcessorSupplier<byte[], byte[], byte[], byte[]> {
    private static final String KEPT = "kept";

    Stepping {
        answers = List.copyOf(answers);
        if (step == Step.ANSWERING && answers.isEmpty()) {
            throw new IllegalStateException("no scorecard was written that could be passed on");
        }
    }

    @Override
    public Set<StoreBuilder<?>> stores() {
        return step.compareTo(Step.KEEPING) < 0
                ? Set.of()
                : Set.of(Stores.keyValueStoreBuilder(
                                Stores.persistentKeyValueStore(KEPT), Serdes.ByteArray(), Serdes.ByteArray())
                        .withCachingDisabled());
    }

    @Override
    public Processor<byte[], byte[], byte[], byte[]> get() {
        return new Work(step, answers);
    }

    private static final class Work implements Processor<byte[], byte[], byte[], byte[]> {
        private final Step step;
        private final List<byte[]> answers;
        private @Nullable ProcessorContext<byte[], byte[]> context;
        private @Nullable KeyValueStore<byte[], byte[]> kept;
        private int next;

        Work(Step step, List<byte[]> answers) {
            this.step = step;
            this.answers = answers;
        }

        @Override
        public void init(ProcessorContext<byte[], byte[]> opened) {
            context = opened;
            if (step.compareTo(Step.KEEPING) >= 0) {
                kept = opened.getStateStore(KEPT);
            }
        }

        @Override
        public void process(Record<byte[], byte[]> record) {
            if (context == null) {
                throw new IllegalStateException("A record came before the processor was opened.");
            }
            if (step.compareTo(Step.READING) >= 0) {
                keep(record.key(), Upload.of(record.value()));
            }
            context.forward(step == Step.ANSWERING ? record.withValue(answer()) : record);
        }

        private void keep(byte[] repository, Upload upload) {
            if (kept == null) {
                return;
            }
            byte[] before = kept.get(repository);
            if (before == null || before.length > 0) {
                kept.put(repository, Packing.packed(upload.record()));
            }
        }

        private byte[] answer() {
            next = next + 1 < answers.size() ? next + 1 : 0;
            return answers.get(next);
        }
    }
}
