package dev.plumbline.standalone.command;

import java.io.PrintWriter;

/// What a person at the terminal reads while a command works: standard error, because standard output is the result's.
final class Say {
    private Say() {}

    static void line(PrintWriter err, String text) {
        err.println(text);
        err.flush();
    }
}
