package dev.plumbline.standalone.start;

/// Why the process does not start, in one sentence for the person at the terminal. Ends the process with code 2.
public final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1;

    public Refused(String sentence) {
        super(sentence);
    }

    public Refused(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
