package dev.plumbline.ingest.report.format.tests;

import dev.plumbline.ingest.report.Declared;
import dev.plumbline.ingest.report.FormatPage;
import dev.plumbline.ingest.report.Head;
import dev.plumbline.ingest.report.Looks;
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
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// SubUnit version 1 (definition: [its README](https://github.com/testing-cabal/subunit#version-1)), lines of text.
/// An expected failure is skipped, a success that was not expected a failure, as in TAP. A test that began
/// and did not end is an error, so is one within whose details the file ends. Other lines are output of the
/// tests.
final class SubunitReader implements TestsReader {
    private static final Pattern LINE = Pattern.compile(
            "(test|testing|success|successful|failure|error|skip|xfail|uxsuccess|time|tags|progress): (\\S.{0,4000})");
    private static final Pattern DETAILS = Pattern.compile("(.*?) (\\[(?: multipart)?)");

    private static final Pattern MOMENT = Pattern.compile("time: \\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d\\S{0,10}");

    @Override
    public Format format() {
        return new Format("subunit");
    }

    @Override
    public String title() {
        return "a SubUnit stream of version 1";
    }

    @Override
    public FormatPage page() {
        return new FormatPage(
                "Samba's selftest, testtools, subunit-2to1 and others",
                "1; subunit-2to1 makes it of version 2",
                "outcomes of tests, durations between moments",
                "tags, progress, details",
                "https://github.com/testing-cabal/subunit#version-1");
    }

    /// A test that begins and ends, or the time behind its beginning: none of these lines alone is this
    /// format's only.
    @Override
    public Recognition recognise(Head head, Declared declared) {
        if (!(head.shape() instanceof Shape.Text)) {
            return Recognition.apart("it is plain text");
        }
        if (!Looks.has(head, "test: ", "testing: ")) {
            return strange();
        }
        Set<String> begun = new HashSet<>();
        boolean ended = false;
        for (String line : head.lines()) {
            Matcher matcher = LINE.matcher(line);
            if (matcher.matches()) {
                String rest = matcher.group(2).strip();
                if (matcher.group(1).startsWith("test")) {
                    begun.add(rest);
                } else {
                    ended |= begun.contains(name(rest))
                            || !begun.isEmpty() && MOMENT.matcher(line).matches();
                }
            }
        }
        return ended ? Recognition.MATCH : strange();
    }

    private static Recognition strange() {
        return Recognition.alike("it has lines «test: …» and «success: …», here there are none");
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
                        lines.where(), "No test has an outcome.", "Send the stream as the test run wrote it.");
            }
            sheet.notes().replaced(lines.replacedCharacters());
        }
        return sheet.reading(this, input, tool(input, "subunit", null));
    }

    /// {@return the name of a test without the bracket that opens its details}
    private static String name(String rest) {
        Matcher details = DETAILS.matcher(rest);
        return details.matches() ? details.group(1) : rest;
    }

    /// One pass through a file.
    private static final class Pass {
        private final TestSheet sheet;
        private @Nullable String running;
        private @Nullable Instant began;
        private @Nullable Instant now;
        private boolean any;
        private boolean inside;

        private Pass(TestSheet sheet) {
            this.sheet = sheet;
        }

        private void line(String line) {
            if (inside) {
                // a bracket within details has a space before it
                inside = !line.equals("]");
                return;
            }
            Matcher matcher = LINE.matcher(line);
            if (!matcher.matches()) {
                return;
            }
            String word = matcher.group(1);
            String rest = matcher.group(2).strip();
            switch (word) {
                case "test", "testing" -> begin(rest);
                case "time" -> time(rest);
                case "tags", "progress" -> {
                    // nothing is counted of them
                }
                default -> outcome(word, rest);
            }
        }

        private void begin(String name) {
            any = true;
            unended();
            running = name;
            began = now;
        }

        private void time(String text) {
            Instant moment = TestSheet.moment(text.replaceFirst(" ", "T"));
            now = moment == null ? now : moment;
            sheet.started(moment);
            sheet.finished(moment);
        }

        private void outcome(String word, String rest) {
            String name = name(rest);
            boolean detailed = name.length() < rest.length();
            boolean ends = name.equals(running);
            if (!ends && !detailed && !word.startsWith("success")) {
                return; // output that looks like an outcome
            }
            running = ends ? null : running;
            any = true;
            inside = detailed;
            var result = new CaseResult("", name);
            if (began != null && now != null && !now.isBefore(began)) {
                result.tookMillis((double) Duration.between(began, now).toMillis());
            }
            State state = state(word);
            sheet.add(state == null ? result : result.became(state, word));
        }

        private static @Nullable State state(String word) {
            return switch (word) {
                case "failure", "uxsuccess" -> State.FAILED;
                case "error" -> State.ERRORED;
                case "skip", "xfail" -> State.SKIPPED;
                default -> null;
            };
        }

        private void unended() {
            if (running != null) {
                sheet.add(new CaseResult("", running).became(State.ERRORED, "The test did not come to an end."));
                running = null;
            }
        }

        private void end() {
            unended();
            if (inside) {
                sheet.suiteError("The stream ends within the details of a test.");
            }
        }
    }
}
