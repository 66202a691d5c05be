package dev.plumbline.reporter.rest;

import dev.plumbline.model.score.Cause;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/// Differences of scores, in words.
public final class Points {
    private Points() {}

    /// {@return points with their sign, to two places where one would hide something}
    public static String text(int basisPoints) {
        int hundredths = Math.abs(basisPoints);
        String sign = basisPoints == 0 ? "±" : basisPoints < 0 ? "−" : "+";
        int rest = hundredths % 100;
        return sign + hundredths / 100 + (rest % 10 == 0 ? "." + rest / 10 : ".%02d".formatted(rest));
    }

    /// `code −7.5, evidence +2.5`
    public static String text(Map<Cause, Integer> causes) {
        return causes.entrySet().stream()
                .map(entry -> entry.getKey().name().toLowerCase(Locale.ROOT) + " " + text(entry.getValue()))
                .collect(Collectors.joining(", "));
    }
}
