package dev.plumbline.standalone.bench;

/// What a topology does with each record before it passes it on; each step does all that the ones before it
/// do.
enum Step {
    COPYING("pass-through"),
    /// The upload is read from its bytes.
    READING("reading"),
    /// It is packed and kept in a store with a changelog, where the repository's upload before it is looked
    /// up and replaced.
    KEEPING("keeping"),
    /// What is passed on is a scorecard, one that was written before.
    ANSWERING("answering");

    private final String title;

    Step(String title) {
        this.title = title;
    }

    String title() {
        return title;
    }
}
