package dev.plumbline.reporter.projection;

import dev.plumbline.model.build.BuildId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// Builds in their order, oldest first, one point each. Bounded: {@link #with} forgets the oldest beyond its limit.
public record History(List<Point> points) {
    public static final History EMPTY = new History(List.of());

    public History {
        points = List.copyOf(points);
    }

    public Optional<Point> of(BuildId build) {
        return points.stream().filter(point -> point.build().equals(build)).findFirst();
    }

    /// {@return this history with the point in its place, in place of an older revision of the same build}
    History with(Point point, int limit) {
        var next = new ArrayList<Point>(points.size() + 1);
        points.stream().filter(known -> !known.build().equals(point.build())).forEach(next::add);
        next.add(point);
        next.sort(Comparator.comparing(Point::order));
        return new History(next.subList(Math.max(0, next.size() - limit), next.size()));
    }

    History without(BuildId build) {
        return new History(
                points.stream().filter(point -> !point.build().equals(build)).toList());
    }
}
