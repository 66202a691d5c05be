package dev.plumbline.standalone.run;

import dev.plumbline.analyzer.comparing.Tolerance;

/// How the analyzer of a process judges.
///
/// @param tolerance what is not worth telling somebody
public record Judging(int threads, Tolerance tolerance) {
    public static Judging on(int threads) {
        return new Judging(threads, Tolerance.DEFAULT);
    }
}
