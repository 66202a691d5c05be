package dev.plumbline.ingest.report.format.tests;

import dev.plumbline.ingest.report.Declared;
import dev.plumbline.ingest.report.FormatPage;
import dev.plumbline.ingest.report.Head;
import dev.plumbline.ingest.report.Looks;
import dev.plumbline.ingest.report.Reading;
import dev.plumbline.ingest.report.Recognition;
import dev.plumbline.ingest.report.ReportInput;
import dev.plumbline.ingest.report.syntax.Allowance;
import dev.plumbline.ingest.report.syntax.Json;
import dev.plumbline.ingest.report.syntax.JsonCursor;
import dev.plumbline.model.evidence.Format;
import dev.plumbline.model.evidence.TestCase.State;
import java.io.IOException;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Mocha's json reporter (definition:
/// [lib/reporters/json.js](https://github.com/mochajs/mocha/blob/main/lib/reporters/json.js)). Tests are the entries of
/// `passes`, `failures` and `pending`; the list `tests` repeats them. A hook that failed is no test but an error of the
/// suite. A test that passed when it was repeated (`currentRetry`) is flaky.
final class MochaJsonReader implements TestsReader {
    private static final Pattern HOOK = Pattern.compile("\"(?:before|after)(?: each| all)?\" hook\\b.{0,2000}");

    @Override
    public Format format() {
        return new Format("mocha-json");
    }

    @Override
    public String title() {
        return "a Mocha JSON report";
    }

    @Override
    public FormatPage page() {
        return new FormatPage(
                "Mocha --reporter json, Cypress",
                "Mocha 3 and later",
                "tests, durations, failures, repetitions, declared totals",
                "stacks, files, speeds",
                "https://github.com/mochajs/mocha/blob/main/lib/reporters/json.js");
    }

    @Override
    public Recognition recognise(Head head, Declared declared) {
        Recognition look = Looks.fields(head, "stats");
        return look instanceof Recognition.Match && !mocha(head)
                ? Recognition.alike(
                        "its stats count passes and pending and its tests stand in lists, here it is not so")
                : look;
    }

    private static boolean mocha(Head head) {
        return Looks.has(head, "\"passes\"")
                && Looks.has(head, "\"pending\"")
                && !Looks.has(head, "\"mochawesome\"", "\"beforeHooks\"");
    }

    @Override
    public Reading read(ReportInput input, Head head, Allowance allowance) throws IOException {
        var sheet = new TestSheet(allowance);
        boolean[] lists = new boolean[1];
        try (var json = Json.open(input.content(), allowance)) {
            json.object("the report", name -> {
                switch (name) {
                    case "stats" -> stats(json, sheet);
                    case "passes" -> tests(json, sheet, lists, name, null);
                    case "failures" -> tests(json, sheet, lists, name, State.FAILED);
                    case "pending" -> tests(json, sheet, lists, name, State.SKIPPED);
                    default -> {
                        // tests repeats the other lists
                    }
                }
            });
            json.end();
            if (!lists[0]) {
                throw json.wrong("The report has none of the lists passes, failures and pending.");
            }
            sheet.notes().replaced(json.replacedCharacters());
        }
        return sheet.reading(this, input, tool(input, "mocha", null));
    }

    private static void stats(JsonCursor json, TestSheet sheet) {
        @Nullable Integer[] totals = new @Nullable Integer[3];
        json.object("stats", name -> {
            switch (name) {
                case "tests" -> totals[0] = json.whole(name);
                case "failures" -> totals[1] = json.whole(name);
                case "pending" -> totals[2] = json.whole(name);
                case "suites" -> {
                    Integer suites = json.whole(name);
                    for (int suite = 0; suites != null && suite < Math.min(suites, 100_000); suite++) {
                        sheet.suite();
                    }
                }
                case "start" -> sheet.started(TestSheet.moment(json.textOrNothing(60)));
                case "end" -> sheet.finished(TestSheet.moment(json.textOrNothing(60)));
                default -> {
                    // passes, duration
                }
            }
        });
        sheet.declare(totals[0], totals[1], null, totals[2]);
    }

    private static void tests(JsonCursor json, TestSheet sheet, boolean[] lists, String list, @Nullable State state) {
        lists[0] = true;
        json.array(list, () -> test(json, sheet, state));
    }

    private static void test(JsonCursor json, TestSheet sheet, @Nullable State state) {
        String[] texts = {"", "", ""};
        @Nullable Double[] numbers = new @Nullable Double[2];
        json.object("a test", name -> {
            switch (name) {
                case "title" -> texts[0] = Objects.requireNonNullElse(json.text(name, MESSAGE_CHARS), "");
                case "fullTitle" -> texts[1] = Objects.requireNonNullElse(json.text(name, 2 * MESSAGE_CHARS), "");
                case "duration" -> numbers[0] = json.number(name);
                case "currentRetry" -> numbers[1] = json.number(name);
                case "err" ->
                    json.object(name, field -> {
                        String text = field.equals("message") ? json.textOrNothing(MESSAGE_CHARS) : null;
                        texts[2] = text == null ? texts[2] : text;
                    });
                default -> {
                    // file, speed
                }
            }
        });
        if (state == State.FAILED && HOOK.matcher(texts[0]).lookingAt()) {
            sheet.suiteError(texts[1] + ": " + texts[2]);
            return;
        }
        String group = texts[1].endsWith(" " + texts[0])
                ? texts[1].substring(0, texts[1].length() - texts[0].length() - 1)
                : "";
        var result = new CaseResult(group, texts[0]).tookMillis(numbers[0]);
        for (int again = 0; numbers[1] != null && again < Math.min(numbers[1], 100); again++) {
            result.rerun();
        }
        if (state != null) {
            result.became(state, texts[2]);
        } else if (result.reruns() > 0) {
            result.became(State.FLAKY, texts[2]);
        }
        sheet.add(result);
    }
}
