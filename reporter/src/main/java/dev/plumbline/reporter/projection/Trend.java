package dev.plumbline.reporter.projection;

import dev.plumbline.model.build.BuildId;
import dev.plumbline.model.build.Component;
import dev.plumbline.model.score.Score;
import dev.plumbline.model.standard.StandardId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;

/// How a score moved: after each build, where all components stood together.
public record Trend(List<Step> steps) {
    public Trend {
        steps = List.copyOf(steps);
    }

    /// @param build the build after which the score was this
    public record Step(Instant at, BuildId build, Score score) {}

    private record Part(Component component, StandardId standard) {}

    private record Event(Component component, Point point) {}

    /// @param components of one repository
    static Trend of(Collection<ComponentState> components) {
        var events = new ArrayList<Event>();
        components.forEach(component ->
                component.history().points().forEach(point -> events.add(new Event(component.component(), point))));
        events.sort(Comparator.comparing(event -> event.point().order()));
        var sums = new HashMap<Part, Tally>();
        var steps = new ArrayList<Step>();
        for (Event event : events) {
            sums.keySet().removeIf(part -> part.component().equals(event.component()));
            event.point().marks().stream()
                    .filter(mark -> Standing.counts(mark.step()))
                    .forEach(mark ->
                            sums.put(new Part(event.component(), mark.standard().id()), mark.tally()));
            Tally all = sums.values().stream().reduce(Tally.NOTHING, Tally::plus);
            steps.add(new Step(event.point().at(), event.point().build(), all.score()));
        }
        return new Trend(steps);
    }
}
