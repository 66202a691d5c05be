package dev.plumbline.ingest.report.format.findings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LineSignTest {
    private static final List<String> LINES = List.of(
            "",
            " ",
            "Found 1 error in 1 file (checked 3 source files)",
            "a.py:1: error: INTERNAL ERROR -- please report",
            "Found 1 error in 1 file (errors prevented further checking)",
            "mypy: can't read file 'x'",
            "************* Module shop",
            "12 errors, 0 warnings",
            "No fixes available",
            "3 hidden fixes can be enabled",
            "see: note: here",
            "In member function of",
            "x: In member function 'int a()':",
            "a|b",
            "Summary error count",
            "10:20:30.1 [main] INFO",
            "-----------------------");

    /// A line that is not searched is one in which the pattern finds nothing.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "^Success: no issues found|^Found \\d+ errors? in \\d+ files? \\(",
                "\\(errors prevented further checking\\)|^mypy: (?:can't|error)|: INTERNAL ERROR",
                "^Your code has been rated at |^\\*{13} Module ",
                "^\\d+ errors?, \\d+ warnings?|^-{20,}$",
                "^(?:No fixes available|\\d+ hidden fix)",
                ": note: |: In (?:member )?function |^In file included from ",
                "^Summary error count|^\\d\\d:\\d\\d:",
                "^a?\\|b|^x*",
                "a\\|b",
                "(?!)"
            })
    void signIsFoundWhereItsPatternFindsIt(String pattern) {
        var sign = LineSign.of(pattern);

        for (String line : LINES) {
            boolean there = Pattern.compile(pattern).matcher(line).find();

            assertThat(sign.in(line)).as(line).isEqualTo(there);
            assertThat(sign.find(line) != null).as(line).isEqualTo(there);
        }
    }
}
