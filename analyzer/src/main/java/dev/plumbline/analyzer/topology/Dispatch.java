package dev.plumbline.analyzer.topology;

import dev.plumbline.analyzer.comparing.FinalBuild;
import dev.plumbline.model.score.RescoringFinished;
import org.apache.kafka.streams.processor.api.ProcessorContext;

/// What steps send to the log: made at once, sent when the step's effects happen.
final class Dispatch {
    private final ProcessorContext<byte[], byte[]> context;
    private final AnalyzerMeters meters;

    Dispatch(ProcessorContext<byte[], byte[]> context, AnalyzerMeters meters) {
        this.context = context;
        this.meters = meters;
    }

    int partition() {
        return context.taskId().partition();
    }

    void send(Effects effects, FinalBuild judged, EncodedChanges tell, long timestamp) {
        var scorecards = Outgoing.scorecards(judged.scored(), timestamp);
        int revision = judged.scored().revision();
        var changes = tell.each((change, bytes) -> Outgoing.change(change, bytes, revision, timestamp));
        effects.add(() -> {
            context.forward(scorecards, Outgoing.SCORECARDS);
            changes.forEach(change -> context.forward(change, Outgoing.CHANGES));
            meters.scored(judged.scored());
            meters.changes().increment(changes.size());
        });
    }

    void send(RescoringFinished finished, long timestamp) {
        context.forward(Outgoing.finished(finished, timestamp), Outgoing.CHANGES);
    }
}
