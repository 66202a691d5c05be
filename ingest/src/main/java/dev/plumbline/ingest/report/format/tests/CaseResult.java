package dev.plumbline.ingest.report.format.tests;

import dev.plumbline.ingest.report.syntax.Texts;
import dev.plumbline.model.evidence.TestCase;
import dev.plumbline.model.evidence.TestCase.State;
import org.jspecify.annotations.Nullable;

/// One test case while it is being read: the gravest of its marks counts, in the order of {@link State}:
/// failure, error, skipped, flaky.
final class CaseResult {
    private static final int NAME_CHARS = 500;
    private static final int MESSAGE_CHARS = 200;

    private String name;
    private @Nullable String seconds;
    private @Nullable State state;
    private String message = "";
    private int reruns;

    /// @param group the class, file or package, empty where there is none
    CaseResult(String group, String name) {
        this.name = group + "::" + name;
    }

    /// The class, file or package of a case that was made without one.
    CaseResult of(String group) {
        name = group + name;
        return this;
    }

    /// @param text seconds as the report writes them
    CaseResult took(@Nullable String text) {
        seconds = text;
        return this;
    }

    CaseResult tookMillis(@Nullable Double millis) {
        seconds = millis == null || millis < 0 ? null : Double.toString(millis / 1_000);
        return this;
    }

    CaseResult became(State next, String why) {
        if (state == null || next.compareTo(state) < 0) {
            state = next;
            message = why;
        }
        return this;
    }

    /// What it is where nothing else says so.
    void otherwise(State next, String why) {
        if (state == null) {
            became(next, why);
        }
    }

    /// Says why, where nothing did so far.
    void explain(String why) {
        if (message.isEmpty()) {
            message = why;
        }
    }

    void flaky(String why) {
        reruns++;
        became(State.FLAKY, why);
    }

    void rerun() {
        reruns++;
    }

    String name() {
        return name;
    }

    @Nullable
    String seconds() {
        return seconds;
    }

    @Nullable
    State state() {
        return state;
    }

    int reruns() {
        return reruns;
    }

    TestCase shown(State as) {
        return new TestCase(Texts.shown(name, NAME_CHARS), as, Texts.firstLine(message, MESSAGE_CHARS));
    }
}
