package dev.plumbline.standalone.command;

import dev.plumbline.analyzer.comparing.Tolerance;
import dev.plumbline.standalone.start.Refused;
import java.time.Duration;
import picocli.CommandLine.Option;

/// What is not worth telling somebody.
final class ToleranceOptions {
    @Option(
            names = "--small-change",
            paramLabel = "LINES",
            description =
                    "Change requests of fewer changed lines are not held to ratios such as coverage. Default: 20; 0 holds"
                            + " all to them")
    private int changedLines = Tolerance.DEFAULT.changedLines();

    @Option(
            names = "--rest",
            paramLabel = "DURATION",
            description =
                    "A rule that flips to and fro is told four times, then not before it rests for so long, in ISO 8601."
                            + " Default: PT24H; PT0S tells every flip")
    private Duration rest = Tolerance.DEFAULT.rest();

    Tolerance tolerance() {
        try {
            return new Tolerance(changedLines, rest, Tolerance.DEFAULT.flips());
        } catch (IllegalArgumentException e) {
            throw new Refused(String.valueOf(e.getMessage()), e);
        }
    }
}
