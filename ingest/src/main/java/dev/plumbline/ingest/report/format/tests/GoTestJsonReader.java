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
import dev.plumbline.ingest.report.syntax.Json;
import dev.plumbline.ingest.report.syntax.JsonCursor;
import dev.plumbline.ingest.report.syntax.JsonValues;
import dev.plumbline.ingest.report.syntax.Texts;
import dev.plumbline.model.evidence.Format;
import dev.plumbline.model.evidence.TestCase.State;
import java.io.IOException;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// `go test -json`, an event a line (definition: [test2json](https://pkg.go.dev/cmd/test2json)). Every test counts that
/// ends, subtests and the tests that hold them alike, as `go test` itself counts. A test that began and did
/// not end when its package failed, as after a panic, is an error. A package that failed although no test
/// of it did, as after a build failure, is an error of the suite.
final class GoTestJsonReader implements TestsReader {
    private static final Pattern EVENT =
            Pattern.compile("\\{(?:\"(?:Time|ImportPath)\":\"[^\"]{1,400}\",)?\"Action\":\"[a-z-]{1,20}\"");

    @Override
    public Format format() {
        return new Format("gotest-json");
    }

    @Override
    public String title() {
        return "the events of go test -json";
    }

    @Override
    public FormatPage page() {
        return new FormatPage(
                "go test -json, test2json, gotestsum --jsonfile",
                "Go 1.10 and later",
                "tests and subtests by package, durations, the first line of output of a failure",
                "benchmarks, build output, attributes",
                "https://pkg.go.dev/cmd/test2json");
    }

    @Override
    public Recognition recognise(Head head, Declared declared) {
        if (head.shape() instanceof Shape.Text text) {
            return text.lines().stream().anyMatch(line -> EVENT.matcher(line).lookingAt())
                    ? Recognition.MATCH
                    : Recognition.alike("among its lines are events, objects with an Action, here there is none");
        }
        Recognition look = Looks.fields(head, "Action");
        boolean go = head.shape() instanceof Shape.JsonObject object
                && (object.fields().contains("Package") || object.fields().contains("ImportPath"));
        return look instanceof Recognition.Match && !go
                ? Recognition.alike("its events have an Action and a Package, here they have not")
                : look;
    }

    @Override
    public Reading read(ReportInput input, Head head, Allowance allowance) throws IOException {
        var sheet = new TestSheet(allowance);
        try (var lines = JsonValues.open(input.content());
                var json = Json.open(lines.of(input.content()), allowance)) {
            var pass = new Pass(json, sheet, allowance);
            json.values("the events", pass::event);
            pass.said(lines);
            pass.end();
            sheet.notes().replaced(json.replacedCharacters());
        }
        return sheet.reading(this, input, tool(input, "go", null));
    }

    /// One pass through a file.
    private static final class Pass {
        private static final int BYTES_PER_TEST = 400;
        private static final int NAME_CHARS = 2_000;
        private static final Pattern NOT_BUILT = Pattern.compile("FAIL\\t(\\S{1,400}) \\[(?:build|setup) failed\\].*");

        private final JsonCursor json;
        private final TestSheet sheet;
        private final TimeSpan times = new TimeSpan();
        private final Allowance allowance;
        /// package → test → what it said first, of the tests that run
        private final Map<String, Map<String, String>> running = new LinkedHashMap<>();
        private final Set<String> packages = new HashSet<>();
        private final Set<String> failed = new HashSet<>();
        private int packagesFailed;
        private String lastPackage = "";
        private String action = "";
        private String ofPackage = "";
        private String test = "";
        private String output = "";
        private @Nullable Double elapsed;

        private Pass(JsonCursor json, TestSheet sheet, Allowance allowance) {
            this.json = json;
            this.sheet = sheet;
            this.allowance = allowance;
        }

        private void event() {
            action = "";
            ofPackage = "";
            test = "";
            output = "";
            elapsed = null;
            json.object("an event", this::field);
            if (ofPackage.isEmpty()) {
                // events of the build, which has no package
                return;
            }
            if (!ofPackage.equals(lastPackage)) {
                lastPackage = ofPackage;
                if (packages.add(ofPackage)) {
                    allowance.keep(BYTES_PER_TEST);
                }
            }
            if (test.isEmpty()) {
                ofPackage();
            } else {
                ofTest();
            }
        }

        private void field(String name) {
            switch (name) {
                case "Action" -> action = text(name);
                case "Package" -> ofPackage = text(name);
                case "Test" -> test = text(name);
                case "Output" -> output = framework() || json.isText() && said() ? "" : text(name);
                case "Elapsed" -> elapsed = json.number(name);
                case "Time" -> times.add(text(name));
                default -> {
                    // import paths of builds, attributes
                }
            }
        }

        /// Whether it is `go test` that says what most tests say: `=== RUN`, `--- PASS`.
        private boolean framework() {
            return json.begins("=== ") || json.begins("--- ");
        }

        /// Whether the test said something already: what else it says is passed over. Its name stands
        /// before its output; where it does not, nothing is known yet.
        private boolean said() {
            Map<String, String> tests = test.isEmpty() ? null : running.get(ofPackage);
            String first = tests == null ? null : tests.get(test);
            return first != null && !first.isEmpty();
        }

        private String text(String name) {
            String text = json.text(name, NAME_CHARS);
            return text == null ? "" : text;
        }

        private void ofTest() {
            var tests = running.computeIfAbsent(ofPackage, _ -> new LinkedHashMap<>());
            switch (action) {
                case "run" -> {
                    allowance.keep(BYTES_PER_TEST);
                    tests.put(test, "");
                }
                case "output" -> {
                    String line = output.strip();
                    if (!line.isEmpty() && !line.startsWith("=== ") && !line.startsWith("--- ")) {
                        tests.computeIfPresent(
                                test,
                                (_, said) -> said.isEmpty() ? line.substring(0, Math.min(200, line.length())) : said);
                    }
                }
                case "pass" -> ended(null);
                case "fail" -> ended(State.FAILED);
                case "skip" -> ended(State.SKIPPED);
                default -> {
                    // pause, cont, bench, attr
                }
            }
        }

        private void ended(@Nullable State state) {
            String said = running.getOrDefault(ofPackage, Map.of()).getOrDefault(test, "");
            running.getOrDefault(ofPackage, new LinkedHashMap<>()).remove(test);
            var result = new CaseResult(ofPackage, test)
                    .took(elapsed == null || elapsed < 0 ? null : Double.toString(elapsed));
            if (state != null) {
                result.became(state, said);
            }
            if (state == State.FAILED) {
                failed.add(ofPackage);
            }
            sheet.add(result);
        }

        private void ofPackage() {
            switch (action) {
                case "pass", "skip" -> running.remove(ofPackage);
                case "fail" -> {
                    packagesFailed++;
                    unended(ofPackage);
                    if (!failed.contains(ofPackage)) {
                        sheet.suiteError("The package " + ofPackage + " failed although no test of it did.");
                    }
                    failed.remove(ofPackage);
                }
                default -> {
                    // start, output
                }
            }
            if (!action.equals("start") && !action.equals("output")) {
                sheet.suite();
            }
        }

        private void unended(String name) {
            running.getOrDefault(name, Map.of()).forEach((unended, said) -> {
                failed.add(name);
                sheet.add(new CaseResult(name, unended)
                        .became(State.ERRORED, said.isEmpty() ? "It began and did not end." : said));
            });
            running.remove(name);
        }

        /// What stands between the events. Before Go 1.24 no event told of a package that did not build.
        private void said(JsonValues lines) {
            if (lines.lines() > 0) {
                sheet.notes()
                        .add(lines.lines() + " lines are no events and were passed over, the first of them «"
                                + Texts.firstLine(lines.said().getFirst(), 100) + "».");
            }
            for (String line : lines.said()) {
                var built = NOT_BUILT.matcher(line);
                if (built.matches() && packages.add(built.group(1))) {
                    allowance.keep(BYTES_PER_TEST);
                    packagesFailed++;
                    sheet.suite();
                    sheet.suiteError("The package " + built.group(1) + " did not build.");
                }
            }
        }

        private void end() {
            sheet.started(times.first());
            sheet.finished(times.last());
            sheet.figure("packages", packages.size());
            sheet.figure("packagesFailed", packagesFailed);
            for (String name : Set.copyOf(running.keySet())) {
                if (!running.getOrDefault(name, Map.of()).isEmpty()) {
                    sheet.notes().add("The events end while tests still run: the file may be cut off.");
                    unended(name);
                }
            }
        }
    }
}
