package dev.plumbline.ingest.report.format.tests;

import static dev.plumbline.ingest.report.format.tests.JsonTests.count;
import static dev.plumbline.ingest.report.format.tests.JsonTests.flag;
import static dev.plumbline.ingest.report.format.tests.JsonTests.list;
import static dev.plumbline.ingest.report.format.tests.JsonTests.number;
import static dev.plumbline.ingest.report.format.tests.JsonTests.object;
import static dev.plumbline.ingest.report.format.tests.JsonTests.text;

import dev.plumbline.ingest.report.FormatPage;
import dev.plumbline.ingest.report.Looks;
import dev.plumbline.ingest.report.Recognition;
import dev.plumbline.ingest.report.syntax.JsonCursor;
import dev.plumbline.model.evidence.TestCase.State;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// The [Common Test Report Format](https://ctrf.io/docs/schema/overview) of many runners. pending, skipped and other →
/// skipped; a test that passed and is marked as flaky is.
final class CtrfJson {
    private final JsonCursor json;
    private final TestSheet sheet;
    private boolean listed;
    private @Nullable String version;
    private final @Nullable Integer[] totals = new @Nullable Integer[5];

    private CtrfJson(JsonCursor json, TestSheet sheet) {
        this.json = json;
        this.sheet = sheet;
    }

    static JsonTests dialect() {
        return new JsonTests(
                "ctrf-json",
                "ctrf",
                new FormatPage(
                        "CTRF reporters of Playwright, Cypress, Jest, Mocha, pytest, Go, .NET and others",
                        "0.0.0 and later",
                        "tests by suite with duration, message, repetitions, declared totals",
                        "steps, attachments, environment",
                        "https://ctrf.io/docs/schema/overview"),
                head -> {
                    Recognition look = Looks.fields(head, "results");
                    boolean own = Looks.has(head, "\"CTRF\"")
                            || Looks.has(head, "\"tool\"")
                                    && Looks.has(head, "\"summary\"")
                                    && Looks.has(head, "\"pending\"");
                    return look instanceof Recognition.Match && !own
                            ? Recognition.alike("its results have a tool, a summary and tests, here they have not")
                            : look;
                },
                (json, sheet) -> {
                    String version = new CtrfJson(json, sheet).read();
                    json.end();
                    return version;
                });
    }

    private @Nullable String read() {
        json.object("the report", field -> {
            if (field.equals("results")) {
                json.object(field, this::results);
            }
        });
        if (!listed) {
            throw json.wrong("The results have no list of tests.");
        }
        long skipped = 0;
        for (int i = 2; i < totals.length; i++) {
            Integer more = totals[i];
            skipped += more == null ? 0 : more;
        }
        sheet.declare(totals[0], totals[1], null, (int) Math.min(Integer.MAX_VALUE, skipped));
        return version;
    }

    private void results(String field) {
        switch (field) {
            case "tool" ->
                object(json, name -> {
                    if (name.equals("version")) {
                        version = text(json);
                    }
                });
            case "summary" -> object(json, this::summary);
            case "tests" -> {
                listed = true;
                json.array(field, this::test);
            }
            default -> {
                // environment
            }
        }
    }

    private void summary(String name) {
        switch (name) {
            case "tests" -> totals[0] = count(json);
            case "failed" -> totals[1] = count(json);
            case "pending" -> totals[2] = count(json);
            case "skipped" -> totals[3] = count(json);
            case "other" -> totals[4] = count(json);
            case "start" -> sheet.started(moment());
            case "stop" -> sheet.finished(moment());
            default -> {
                // passed, suites
            }
        }
    }

    /// Milliseconds; some writers use seconds, which are no such moments.
    private @Nullable Instant moment() {
        Double millis = number(json);
        return millis == null || millis < 1e11 || millis > 1e14 ? null : Instant.ofEpochMilli(millis.longValue());
    }

    private void test() {
        String[] words = {"", "", "", ""};
        @Nullable Double[] millis = new @Nullable Double[1];
        int[] retries = new int[1];
        boolean[] flaky = new boolean[1];
        json.object("a test", field -> {
            switch (field) {
                case "name" -> words[0] = text(json);
                case "status" -> words[1] = text(json);
                case "message" -> words[2] = text(json);
                case "suite" -> words[3] = suite();
                case "duration" -> millis[0] = number(json);
                case "retries" -> {
                    Integer number = count(json);
                    retries[0] = number == null ? 0 : number;
                }
                case "flaky" -> flaky[0] = flag(json);
                default -> {
                    // traces, files
                }
            }
        });
        var result = new CaseResult(words[3], words[0]).tookMillis(millis[0]);
        for (int again = 0; again < Math.min(retries[0], 100); again++) {
            result.rerun();
        }
        switch (words[1]) {
            case "passed" -> {
                if (flaky[0]) {
                    result.became(State.FLAKY, words[2]);
                }
            }
            case "failed" -> result.became(State.FAILED, words[2]);
            default -> result.became(State.SKIPPED, words[2]);
        }
        sheet.add(result);
    }

    /// A text, or since 0.0.1 a list of them.
    private String suite() {
        var path = new StringBuilder(text(json));
        list(json, () -> path.append(path.isEmpty() ? "" : " › ").append(text(json)));
        return path.toString();
    }
}
