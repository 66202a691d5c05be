package dev.plumbline.standalone.command;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.plumbline.ingest.report.Declared;
import dev.plumbline.ingest.report.DeclaredTool;
import dev.plumbline.model.evidence.Format;
import dev.plumbline.model.evidence.Kind;
import dev.plumbline.standalone.read.FileReading;
import dev.plumbline.standalone.read.OfflineReader;
import dev.plumbline.standalone.start.Refused;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "read",
        description = {
            "Say what Plumbline makes of report files. Nothing is sent, and no service is needed.",
            "Exit code 0: all files were accepted; 2: at least one was refused."
        })
final class ReadCommand implements Callable<Integer> {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(
            paramLabel = "FILE",
            arity = "1..*",
            description = "Reports as their tools wrote them; packed with gzip or zip if need be.")
    private List<Path> files = List.of();

    @Option(
            names = "--kind",
            paramLabel = "KIND",
            description = "What the files are evidence of, such as tests:integration. Default: what their content says")
    private @Nullable String kind;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            description = "The format of the files, such as ruff-json. Default: recognised by their content")
    private @Nullable String format;

    @Option(names = "--json", description = "Print one JSON object a line for each file.")
    private boolean json;

    @Override
    public Integer call() throws InterruptedException {
        var out = spec.commandLine().getOut();
        boolean all = true;
        try (var reader = new OfflineReader(declared(), InstantSource.system().instant())) {
            for (Path file : files) {
                FileReading reading = reader.read(file);
                all &= reading.accepted();
                out.println(json ? object(reading) : text(reading));
                out.flush();
            }
        }
        return all ? 0 : PlumblineCommand.REFUSED;
    }

    private Declared declared() {
        return new Declared(parsed(kind, Kind::new), parsed(format, Format::new), DeclaredTool.NOTHING);
    }

    private static <T> @Nullable T parsed(@Nullable String word, Function<String, T> parse) {
        try {
            return word == null ? null : parse.apply(word);
        } catch (IllegalArgumentException e) {
            throw new Refused(String.valueOf(e.getMessage()), e);
        }
    }

    private static String object(FileReading reading) {
        try {
            return JSON.writeValueAsString(reading);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A reading must have a JSON form.", e);
        }
    }

    private static String text(FileReading reading) {
        var text = new StringBuilder(reading.file()).append(": ");
        var problem = reading.problem();
        if (problem != null) {
            return text.append("refused")
                    .append(reading.format() == null ? "" : " as " + reading.format())
                    .append("\n  ")
                    .append(problem.position())
                    .append(": ")
                    .append(problem.what())
                    .append("\n  ")
                    .append(problem.fix())
                    .toString();
        }
        text.append(reading.format());
        if (reading.tool() != null) {
            text.append(", by ")
                    .append(reading.tool())
                    .append(reading.version() == null ? "" : " " + reading.version());
        }
        text.append(reading.kinds().isEmpty() ? "" : ", evidence of " + String.join(", ", reading.kinds()));
        reading.figures()
                .forEach((name, figure) -> text.append(
                        switch (figure) {
                            case Map<?, ?> declared ->
                                declared.isEmpty() ? "" : "\n  the file itself declares " + listed(declared);
                            default -> "\n  " + name + " " + figure;
                        }));
        reading.notes().forEach(note -> text.append("\n  Note: ").append(note));
        return text.toString();
    }

    private static String listed(Map<?, ?> figures) {
        return figures.entrySet().stream()
                .map(it -> it.getKey() + " " + it.getValue())
                .collect(Collectors.joining(", "));
    }
}
