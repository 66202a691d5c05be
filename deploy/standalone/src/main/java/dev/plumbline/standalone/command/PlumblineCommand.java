package dev.plumbline.standalone.command;

import dev.plumbline.standalone.start.Refused;
import dev.plumbline.standalone.start.Version;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.UnmatchedArgumentException;

/// The root of the command line.
@Command(
        name = "plumbline",
        description = "How well every repository meets the engineering standards, and why that changed.",
        versionProvider = PlumblineCommand.Versions.class)
public final class PlumblineCommand implements Runnable {
    static final int REFUSED = 2;
    private static final int FAULT = 1;

    /// Commands that run on, and tell in the log what happens.
    private static final Set<String> LOGGING = Set.of("up", "demo", "ingest", "analyzer", "reporter");

    /// In the order in which help shows them, by the names that they give themselves.
    private static final Map<String, Class<?>> COMMANDS = Stream.<Class<?>>of(
                    DemoCommand.class,
                    UpCommand.class,
                    IngestCommand.class,
                    AnalyzerCommand.class,
                    ReporterCommand.class,
                    TopicsCommand.class,
                    TokensCommand.class,
                    ReadCommand.class,
                    CollectCommand.class,
                    StandardsCommand.class,
                    BenchCommand.class,
                    TrainCommand.class)
            .collect(Collectors.toMap(PlumblineCommand::name, command -> command, (one, _) -> one, LinkedHashMap::new));

    @Spec
    private CommandSpec spec = CommandSpec.create();

    /// {@return the exit code: 0 done, 1 failed, 2 refused with one sentence}
    public static int run(String... words) {
        var log = logSetUp(words);
        var line = line(words);
        log.join(); // what is said while a log is being set up would be lost
        return line.execute(words);
    }

    /// Setting up the log takes as long as making the command line does, so it goes beside that.
    private static CompletableFuture<Void> logSetUp(String... words) {
        return words.length > 0 && LOGGING.contains(words[0])
                ? CompletableFuture.runAsync(() -> LoggerFactory.getLogger(PlumblineCommand.class))
                : CompletableFuture.completedFuture(null);
    }

    /// With the command that the first word names, or all where it names none: making all takes a tenth of
    /// a second, which a start would wait for.
    static CommandLine line(String... words) {
        var line = new CommandLine(new PlumblineCommand());
        boolean named = words.length > 0 && COMMANDS.containsKey(words[0]);
        COMMANDS.forEach((name, command) -> {
            if (!named || name.equals(words[0])) {
                line.addSubcommand(command);
            }
        });
        addHelp(line);
        return line.setParameterExceptionHandler((e, _) -> refuse(e))
                .setExecutionExceptionHandler((e, command, _) -> fail(e, command));
    }

    private static String name(Class<?> command) {
        return Objects.requireNonNull(command.getAnnotation(Command.class)).name();
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "name a command");
    }

    /// Every command has --help; the root has --version too.
    private static void addHelp(CommandLine line) {
        line.getCommandSpec().mixinStandardHelpOptions(true);
        line.getCommandSpec().usageMessage().width(100);
        line.getSubcommands().values().forEach(PlumblineCommand::addHelp);
    }

    private static int refuse(ParameterException e) {
        var err = e.getCommandLine().getErr();
        Say.line(err, "plumbline: " + e.getMessage());
        UnmatchedArgumentException.printSuggestions(e, err);
        Say.line(err, "«" + e.getCommandLine().getCommandSpec().qualifiedName() + " --help» lists what there is.");
        return REFUSED;
    }

    private static int fail(Exception e, CommandLine command) {
        if (e instanceof Refused) {
            Say.line(command.getErr(), "plumbline: " + e.getMessage());
            return REFUSED;
        }
        Say.line(command.getErr(), "plumbline: stopped by a fault of its own; please report what follows.");
        e.printStackTrace(command.getErr());
        command.getErr().flush();
        return FAULT;
    }

    /// Read from the jar.
    static final class Versions implements IVersionProvider {
        @Override
        public String[] getVersion() {
            return new String[] {"plumbline " + Version.text()};
        }
    }
}
