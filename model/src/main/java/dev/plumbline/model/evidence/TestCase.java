package dev.plumbline.model.evidence;

/// A test case that did not pass.
///
/// @param name `classname::name`
/// @param message the first line of what the report says, at most 200 characters
public record TestCase(String name, State state, String message) {
    public enum State {
        FAILED,
        ERRORED,
        SKIPPED,
        FLAKY
    }
}
