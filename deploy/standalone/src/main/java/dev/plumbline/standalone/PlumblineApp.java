package dev.plumbline.standalone;

import dev.plumbline.standalone.command.PlumblineCommand;
import java.util.Set;
import org.slf4j.LoggerFactory;

/// Where the program starts.
public final class PlumblineApp {
    /// Commands that run on and log what happens.
    private static final Set<String> RUN_ON = Set.of("up", "demo", "ingest", "analyzer", "reporter");

    private PlumblineApp() {}

    public static void main(String[] words) {

        // before the first logger is made: afterwards the choice would be ignored
        if ("json".equals(System.getenv("PLUMBLINE_LOG"))) {
            System.setProperty("log4j2.configurationFile", "log4j2-json.xml");
        }
        warmUp(words);
        // an explicit end: threads of a broker that failed to start would keep the process alive
        System.exit(PlumblineCommand.run(words));
    }

    /// Setting up the log takes as long as understanding the command line does, so it goes beside that.
    private static void warmUp(String[] words) {
        if (words.length > 0 && RUN_ON.contains(words[0])) {
            Thread.ofPlatform().name("warm-up").daemon().start(() -> LoggerFactory.getLogger(PlumblineApp.class));
        }
    }
}
