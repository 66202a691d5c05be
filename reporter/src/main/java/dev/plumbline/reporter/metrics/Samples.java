package dev.plumbline.reporter.metrics;

import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// The samples of one picture, limited in number. Series of the whole organisation are added first, so that a limit
/// drops
/// those of single repositories.
final class Samples {
    private static final int LABEL_LENGTH = 200;

    private final Map<Family, List<MultiGauge.Row<?>>> rows = new EnumMap<>(Family.class);
    private final int limit;
    private int kept;
    private int dropped;

    Samples(int limit) {
        this.limit = limit;
    }

    /// @param labels name, value, name, value, …
    void add(Family family, double value, String... labels) {
        if (kept == limit) {
            dropped++;
            return;
        }
        kept++;
        rows.computeIfAbsent(family, _ -> new ArrayList<>()).add(MultiGauge.Row.of(tags(labels), value));
    }

    List<MultiGauge.Row<?>> rows(Family family) {
        return rows.getOrDefault(family, List.of());
    }

    int dropped() {
        return dropped;
    }

    static Tags tags(String... labels) {
        var safe = labels.clone();
        for (int i = 1; i < safe.length; i += 2) {
            safe[i] = label(safe[i]);
        }
        return Tags.of(safe);
    }

    /// A label's value: printable, of limited length, never empty (an empty label is no label to Prometheus).
    static String label(String value) {
        String printable = value.codePoints()
                .map(point -> Character.isISOControl(point) ? ' ' : point)
                .limit(LABEL_LENGTH)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        return printable.isBlank() ? "none" : printable;
    }
}
