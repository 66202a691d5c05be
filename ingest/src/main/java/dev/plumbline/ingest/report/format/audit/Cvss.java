package dev.plumbline.ingest.report.format.audit;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Base scores of CVSS vectors, by the equations of [version 2](https://www.first.org/cvss/v2/guide) and [version
/// 3](https://www.first.org/cvss/v3.1/specification-document), and scores of version 4, see {@link Cvss4}.
final class Cvss {
    private static final int CHARS = 200;

    private Cvss() {}

    /// {@return from 0 to 10; null where the text is no vector}
    static @Nullable Double score(String vector) {
        if (vector.length() > CHARS) {
            return null;
        }
        Map<String, String> metrics = metrics(vector);
        try {
            if (vector.startsWith("CVSS:3")) {
                return third(metrics);
            }
            if (vector.startsWith("CVSS:4")) {
                return Cvss4.score(metrics);
            }
            return vector.startsWith("AV:") || vector.startsWith("(AV:") ? second(metrics) : null;
        } catch (UnknownMetric e) {
            return null;
        }
    }

    private static Map<String, String> metrics(String vector) {
        var metrics = new HashMap<String, String>();
        for (String metric : vector.replace("(", "").replace(")", "").split("/")) {
            int colon = metric.indexOf(':');
            if (colon > 0) {
                metrics.put(metric.substring(0, colon), metric.substring(colon + 1));
            }
        }
        return metrics;
    }

    private static double third(Map<String, String> metrics) throws UnknownMetric {
        boolean changed = of(metrics, "S", "U", 0, "C", 1) > 0;
        double sub = 1
                - (1 - of(metrics, "C", "N", 0, "L", 0.22, "H", 0.56))
                        * (1 - of(metrics, "I", "N", 0, "L", 0.22, "H", 0.56))
                        * (1 - of(metrics, "A", "N", 0, "L", 0.22, "H", 0.56));
        double impact = changed ? 7.52 * (sub - 0.029) - 3.25 * Math.pow(sub - 0.02, 15) : 6.42 * sub;
        double exploitability = 8.22
                * of(metrics, "AV", "N", 0.85, "A", 0.62, "L", 0.55, "P", 0.2)
                * of(metrics, "AC", "L", 0.77, "H", 0.44)
                * of(metrics, "PR", "N", 0.85, "L", changed ? 0.68 : 0.62, "H", changed ? 0.5 : 0.27)
                * of(metrics, "UI", "N", 0.85, "R", 0.62);
        if (impact <= 0) {
            return 0;
        }
        return up(Math.min((changed ? 1.08 : 1) * (impact + exploitability), 10));
    }

    private static double second(Map<String, String> metrics) throws UnknownMetric {
        double impact = 10.41
                * (1
                        - (1 - of(metrics, "C", "N", 0, "P", 0.275, "C", 0.66))
                                * (1 - of(metrics, "I", "N", 0, "P", 0.275, "C", 0.66))
                                * (1 - of(metrics, "A", "N", 0, "P", 0.275, "C", 0.66)));
        double exploitability = 20
                * of(metrics, "AV", "L", 0.395, "A", 0.646, "N", 1)
                * of(metrics, "AC", "H", 0.35, "M", 0.61, "L", 0.71)
                * of(metrics, "Au", "M", 0.45, "S", 0.56, "N", 0.704);
        double base = (0.6 * impact + 0.4 * exploitability - 1.5) * (impact == 0 ? 0 : 1.176);
        return Math.clamp(Math.round(base * 10) / 10.0, 0, 10);
    }

    /// Rounds up to one digit as version 3.1 has it, so that 4.02 and the float next to 4.0 do not differ
    /// by platform.
    private static double up(double score) {
        long hundredThousandths = Math.round(score * 100_000);
        return hundredThousandths % 10_000 == 0
                ? hundredThousandths / 100_000.0
                : (hundredThousandths / 10_000 + 1) / 10.0;
    }

    /// @param weights pairs of value and weight
    private static double of(Map<String, String> metrics, String metric, Object... weights) throws UnknownMetric {
        String value = metrics.get(metric);
        for (int i = 0; i < weights.length; i += 2) {
            if (weights[i].equals(value)) {
                return ((Number) weights[i + 1]).doubleValue();
            }
        }
        throw new UnknownMetric();
    }

    /// A metric is missing, or has a value that it cannot have.
    private static final class UnknownMetric extends Exception {
        private static final long serialVersionUID = 1;

        UnknownMetric() {
            super(null, null, false, false);
        }
    }
}
