package dev.plumbline.ingest.report.format.tests;

import dev.plumbline.ingest.report.Declared;
import dev.plumbline.ingest.report.FormatPage;
import dev.plumbline.ingest.report.Head;
import dev.plumbline.ingest.report.Reading;
import dev.plumbline.ingest.report.Recognition;
import dev.plumbline.ingest.report.ReportInput;
import dev.plumbline.ingest.report.Shape;
import dev.plumbline.ingest.report.syntax.Allowance;
import dev.plumbline.ingest.report.syntax.Lines;
import dev.plumbline.ingest.report.syntax.MalformedReport;
import dev.plumbline.model.evidence.Format;
import dev.plumbline.model.evidence.TestCase.State;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The Test Anything Protocol, versions 12, 13 and 14 (definition:
/// [testanything.org](https://testanything.org/tap-version-14-specification.html)). The test points count that no
/// subtest stands behind; a point that closes a subtest is that suite. SKIP is skipped, and so is `not ok`
/// with TODO, an expected failure. What a plan promises and does not come, a run that bails out, and a
/// suite that fails although its points did not, are errors of the suite. Subtests may come before their
/// point, or after it in braces, as node-tap and Vitest write them. Other lines are output of the tests.
final class TapReader implements TestsReader {
    private static final Pattern POINT =
            Pattern.compile("(?s)(not )?ok\\b(?: {1,4}([0-9]{1,9}))?(?: {1,4}- | -|(?= )|$)?(.{0,65536})");
    private static final Pattern NUMBERED = Pattern.compile("(?s)(?:not )?ok [0-9]{1,9}(?: .{0,65536})?");
    private static final Pattern PLAN = Pattern.compile("(?s)1\\.\\.([0-9]{1,9})(?:\\s.{0,65536})?");
    private static final Pattern DIRECTIVE =
            Pattern.compile("(?<![\\\\])#\\s{0,4}(skip|todo)", Pattern.CASE_INSENSITIVE);
    private static final Pattern DURATION = Pattern.compile("duration_ms: ([0-9.]{1,20})");
    /// Told with the point itself.
    private static final Pattern TIME = Pattern.compile("# time=([0-9.]{1,20})(ms|s)\\b");
    /// ESLint and stylelint list findings below a point for each file.
    private static final Pattern LINTER = Pattern.compile(
            "(?m)^ {2,24}(?:severity: (?:error|warning)|ruleId: \\S+)$|^# [^:]{1,300}:\\d{1,9}:\\d{1,9}: [CRWEFI]: ");

    private static final int INDENT = 4;

    @Override
    public Format format() {
        return new Format("tap");
    }

    @Override
    public int version() {
        return 2;
    }

    @Override
    public String title() {
        return "TAP test output";
    }

    @Override
    public FormatPage page() {
        return new FormatPage(
                "Perl's prove, node --test, tap, bats, pgTAP and others",
                "12, 13 and 14",
                "test points, directives, plans, subtests, durations",
                "diagnostics, pragmas, output",
                "https://testanything.org/tap-version-14-specification.html");
    }

    @Override
    public Recognition recognise(Head head, Declared declared) {
        if (!(head.shape() instanceof Shape.Text text)) {
            return Recognition.apart("it is plain text");
        }
        boolean tap = text.lines().stream()
                .anyMatch(line -> line.startsWith("TAP version ")
                        || PLAN.matcher(line).matches()
                        || NUMBERED.matcher(line).matches());
        if (tap && LINTER.matcher(head.text()).find()) {
            return Recognition.alike("its points are tests, here they are the findings of a linter");
        }
        return tap
                ? Recognition.MATCH
                : Recognition.alike("it has a plan such as 1..9 or points such as «ok 1», here there is none");
    }

    @Override
    public Reading read(ReportInput input, Head head, Allowance allowance) throws IOException {
        var sheet = new TestSheet(allowance);
        try (var lines = Lines.open(input.content(), allowance)) {
            var pass = new Pass(sheet);
            for (String line = lines.next(); line != null; line = lines.next()) {
                pass.line(line);
            }
            pass.end();
            if (!pass.any) {
                throw new MalformedReport(
                        lines.where(),
                        "There is neither a test point nor a plan.",
                        "Send the output of the test run as it is.");
            }
            sheet.notes().replaced(lines.replacedCharacters());
        }
        return sheet.reading(this, input, tool(input, "tap", null));
    }

    /// What is known of the points at one depth of indentation.
    private static final class Level {
        private @Nullable Integer plan;
        private int points;
        private int bad;
        private @Nullable Opened opened;
    }

    /// A point whose subtests follow in braces; where none do, it is a test whose name ends so.
    private record Opened(CaseResult test, String name, boolean failed) {}

    /// One pass through a file.
    private static final class Pass {
        private static final int DEPTH = 32;

        private final TestSheet sheet;
        private final List<Level> levels = new ArrayList<>(List.of(new Level()));
        private @Nullable CaseResult waiting;
        private boolean any;
        private boolean bailed;
        private boolean yaml;
        private int leaves;

        private Pass(TestSheet sheet) {
            this.sheet = sheet;
        }

        private void line(String line) {
            String text = line.strip();
            if (yaml) {
                yaml = !text.equals("...");
                var duration = DURATION.matcher(text);
                if (waiting != null && duration.matches()) {
                    waiting.tookMillis(millis(duration.group(1)));
                }
                return;
            }
            if (text.equals("---")) {
                yaml = waiting != null;
                return;
            }
            int depth = (line.length() - line.stripLeading().length()) / INDENT;
            if (depth < DEPTH && text.equals("}")) {
                closed(depth);
            } else if (depth < DEPTH && !text.isEmpty() && text.charAt(0) != '#') {
                protocol(text, depth);
            }
        }

        private void protocol(String text, int depth) {
            var plan = PLAN.matcher(text);
            var point = POINT.matcher(text);
            if (plan.matches()) {
                any = true;
                level(depth).plan = Integer.valueOf(plan.group(1));
            } else if (text.startsWith("Bail out!")) {
                any = true;
                bailed = true;
                sheet.suiteError(text);
            } else if (point.matches()) {
                any = true;
                point(depth, point.group(1) != null, point.group(3).strip());
            }
        }

        private Level level(int depth) {
            while (levels.size() <= depth) {
                levels.add(new Level());
            }
            return levels.get(depth);
        }

        private void point(int depth, boolean notOk, String said) {
            flush();
            for (int inner = levels.size() - 1; inner >= depth; inner--) {
                closed(inner);
            }
            level(depth).points++;
            boolean opens = said.endsWith("{");
            String point = opens ? said.substring(0, said.length() - 1) : said;
            var timed = TIME.matcher(point);
            Double took = timed.find() ? millis(timed) : null;
            String text = (took == null ? point : timed.replaceFirst("")).strip();
            var directive = DIRECTIVE.matcher(text);
            String kind = directive.find() ? directive.group(1).toLowerCase(Locale.ROOT) : "";
            String name =
                    kind.isEmpty() ? text : text.substring(0, directive.start()).strip();
            boolean failed = notOk && kind.isEmpty();
            level(depth).bad += failed ? 1 : 0;
            if (levels.size() > depth + 1) {
                closed(depth, name, failed);
                return;
            }
            var result = new CaseResult("", name);
            if (failed) {
                result.became(State.FAILED, name);
            } else if (kind.equals("skip") || kind.equals("todo") && notOk) {
                result.became(State.SKIPPED, text.substring(directive.end()).strip());
            }
            result.tookMillis(took);
            if (opens) {
                level(depth).opened = new Opened(result, name, failed);
            } else {
                leaf(result);
            }
        }

        private void leaf(CaseResult result) {
            flush();
            waiting = result;
            leaves++;
        }

        /// The braces of a point end here, or what they were in does.
        private void closed(int depth) {
            var opened = depth < levels.size() ? levels.get(depth).opened : null;
            if (opened == null) {
                return;
            }
            flush();
            levels.get(depth).opened = null;
            if (levels.size() > depth + 1) {
                closed(depth, opened.name(), opened.failed());
            } else {
                leaf(opened.test());
            }
        }

        private void closed(int depth, String name, boolean failed) {
            sheet.suite();
            int bad = 0;
            while (levels.size() > depth + 1) {
                Level inner = levels.removeLast();
                bad += inner.bad;
                unkept(inner);
            }
            if (failed && bad == 0) {
                sheet.suiteError("The suite «" + name + "» failed although its tests did not.");
            }
        }

        private void unkept(Level level) {
            if (level.plan != null && level.points < level.plan) {
                sheet.suiteError("The plan promises " + level.plan + " tests; " + level.points + " came.");
            } else if (level.plan != null && level.points > level.plan) {
                sheet.notes().add("The plan promises " + level.plan + " tests; " + level.points + " came.");
            }
        }

        private void end() {
            for (int depth = levels.size() - 1; depth >= 0; depth--) {
                closed(depth);
            }
            flush();
            Integer plan = levels.getFirst().plan;
            if (plan != null && leaves == levels.getFirst().points) {
                sheet.declare(
                        plan,
                        sheet.counted().failures(),
                        sheet.counted().errors(),
                        sheet.counted().skipped());
            }
            if (!bailed) {
                levels.forEach(this::unkept);
            }
        }

        private void flush() {
            if (waiting != null) {
                sheet.add(waiting);
                waiting = null;
            }
        }

        private static @Nullable Double millis(Matcher timed) {
            var number = millis(timed.group(1));
            return number == null || timed.group(2).equals("ms") ? number : Double.valueOf(number * 1_000);
        }

        private static @Nullable Double millis(String text) {
            try {
                return Double.valueOf(text);
            } catch (NumberFormatException e) {
                return null;
            }
        }
    }
}
