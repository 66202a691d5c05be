package dev.plumbline.standalone;

import dev.plumbline.standalone.command.PlumblineCommand;

/// Where the program starts.
public final class PlumblineApp {
    private PlumblineApp() {}

    public static void main(String[] words) {
        // before the first logger is made: afterwards the choice would be ignored
        if ("json".equals(System.getenv("PLUMBLINE_LOG"))) {
            System.setProperty("log4j2.configurationFile", "log4j2-json.xml");
        }
        // an explicit end: threads of a broker that failed to start would keep the process alive
        System.exit(PlumblineCommand.run(words));
    }
}
