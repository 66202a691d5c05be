package dev.plumbline.standalone.bench;

import dev.plumbline.standalone.broker.EmbeddedBroker;
import dev.plumbline.standalone.start.DataFolder;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/// What the parts of scoring cost that no analyzer can do without: the same records through topologies that
/// do a little more of it each time and judge nothing, on one broker, with the analyzer's guarantee,
/// threads and settings.
public final class StepsBench {
    /// So many scorecards of the run are passed on in turn.
    private static final int ANSWERS = 500;

    private static final String SCORING = "scoring";

    private final Benchmark.Plan plan;
    private final Consumer<String> progress;

    public StepsBench(Benchmark.Plan plan, Consumer<String> progress) {
        this.plan = plan;
        this.progress = progress;
    }

    /// @param perSecond records, read back committed, after the warm-up
    /// @param ratio by those of the bare pass-through
    public record Pace(String step, double perSecond, double ratio) {}

    public record Figures(List<Pace> steps) {
        public Figures {
            steps = List.copyOf(steps);
        }
    }

    /// The analyzer runs first, for its scorecards are needed, and the pass-through last, when all is warm.
    public Figures run() throws IOException, InterruptedException {
        var steps = List.of(Step.values());
        try (var data = DataFolder.open(plan.folder().resolve("steps"));
                var broker = EmbeddedBroker.start(data, progress)) {
            var course = Course.prepare(plan, broker, steps, progress);
            double scored = course.score().perSecond();
            var answers = course.scorecards(ANSWERS);
            var paces = new ArrayList<Pace>();
            double copied = 0;
            for (var step : steps.reversed()) {
                copied = course.pass(new Stepping(step, answers)).perSecond();
                paces.addFirst(new Pace(step.title(), copied, 0));
            }
            paces.add(new Pace(SCORING, scored, 0));
            double whole = copied;
            return new Figures(paces.stream()
                    .map(pace -> new Pace(pace.step(), pace.perSecond(), pace.perSecond() / whole))
                    .toList());
        }
    }
}
