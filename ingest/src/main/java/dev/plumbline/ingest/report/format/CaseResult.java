package dev.plumbline.ingest.report.format;

import dev.plumbline.ingest.report.syntax.Texts;
import dev.plumbline.ingest.report.syntax.XmlCursor;
import dev.plumbline.model.evidence.TestCase;
import dev.plumbline.model.evidence.TestCase.State;
import org.jspecify.annotations.Nullable;

/// One test case while its element is being read: the gravest of its marks counts, in the order of {@link State}:
/// failure, error, skipped, flaky.
final class CaseResult {
    private static final int NAME_CHARS = 500;
    private static final int MESSAGE_CHARS = 200;

    private final String name;
    private final @Nullable String time;
    private @Nullable State state;
    private String message = "";
    private int reruns;

    CaseResult(String classname, String name, @Nullable String time) {
        this.name = classname + "::" + name;
        this.time = time;
    }

    void became(State next, String why) {
        if (state == null || next.compareTo(state) < 0) {
            state = next;
            message = why;
        }
    }

    void flaky(String why) {
        reruns++;
        became(State.FLAKY, why);
    }

    void rerun(XmlCursor xml) {
        reruns++;
        xml.skip();
    }

    String name() {
        return name;
    }

    @Nullable
    String time() {
        return time;
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
