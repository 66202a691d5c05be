package dev.plumbline.reporter.web;

import dev.plumbline.model.score.Score;
import dev.plumbline.reporter.projection.Trend;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Scores over time as the coordinates of an SVG. Unknown scores break the line.
///
/// @param path of the line, in SVG's language
/// @param dots where builds lie
public record Curve(String path, List<Dot> dots, String label) {
    private static final int RECENT = 30;

    public record Dot(String x, String y, String text) {}

    /// Where a chart is drawn: 0 to 100 % from `bottom` to `top`.
    record Area(double left, double right, double top, double bottom) {
        static final Area SPARK = new Area(2, 94, 3, 25);
        static final Area CHART = new Area(44, 706, 14, 194);

        double y(int basisPoints) {
            return bottom - (bottom - top) * basisPoints / 10_000;
        }
    }

    /// A value at a moment.
    record Value(Instant at, Score score, String text) {}

    static Curve of(List<Value> values, Area area, String label) {
        var path = new StringBuilder();
        var dots = new ArrayList<Dot>();
        boolean pen = false;
        for (Value value : values) {
            if (value.score() instanceof Score.Known(int basisPoints)) {
                String x = number(x(value.at(), values, area));
                String y = number(area.y(basisPoints));
                path.append(pen ? "L" : "M").append(x).append(' ').append(y);
                dots.add(new Dot(x, y, value.text()));
                pen = true;
            } else {
                pen = false;
            }
        }
        return new Curve(path.toString(), dots, label);
    }

    /// The last {@value #RECENT} steps.
    static Curve spark(Trend trend) {
        List<Trend.Step> steps = trend.steps();
        List<Value> values = steps.subList(Math.max(0, steps.size() - RECENT), steps.size()).stream()
                .map(step -> new Value(step.at(), step.score(), ""))
                .toList();
        return of(values, Area.SPARK, sentence(values));
    }

    public boolean drawable() {
        return dots.size() > 1;
    }

    public Dot last() {
        return dots.getLast();
    }

    private static String sentence(List<Value> values) {
        List<Value> known = values.stream()
                .filter(value -> value.score() instanceof Score.Known)
                .toList();
        return known.size() < 2
                ? ""
                : "from " + Words.percent(known.getFirst().score()) + " on "
                        + Words.day(known.getFirst().at()) + " to "
                        + Words.percent(known.getLast().score()) + " on "
                        + Words.day(known.getLast().at());
    }

    private static double x(Instant at, List<Value> values, Area area) {
        long first = values.getFirst().at().toEpochMilli();
        long last = values.stream()
                .mapToLong(value -> value.at().toEpochMilli())
                .max()
                .orElse(first);
        double share = last == first ? 1 : (double) (at.toEpochMilli() - first) / (last - first);
        return area.left() + (area.right() - area.left()) * Math.clamp(share, 0, 1);
    }

    private static String number(double coordinate) {
        return String.format(Locale.ROOT, "%.1f", coordinate);
    }
}
