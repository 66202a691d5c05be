package dev.plumbline.standalone.command;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.plumbline.analyzer.accounting.Examination;
import dev.plumbline.analyzer.accounting.Examination.Examined;
import dev.plumbline.standalone.standards.CoveragePage;
import dev.plumbline.standalone.standards.CoverageReport;
import dev.plumbline.standalone.standards.FolderShelf;
import dev.plumbline.standalone.standards.Folders;
import dev.plumbline.standalone.start.Refused;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "coverage",
        description = "Say what answers for each clause: its rules, their evidence and their fixtures.")
final class StandardsCoverage implements Callable<Integer> {
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private FolderArgument folder = new FolderArgument();

    @ArgGroup
    private Form form = new Form();

    /// At most one of the two.
    private static final class Form {
        @Option(names = "--json", description = "Print a JSON list, one object for each standard.")
        private boolean json;

        @Option(names = "--markdown", description = "Print the page docs/standards-coverage.md.")
        private boolean markdown;
    }

    @Override
    public Integer call() {
        var out = spec.commandLine().getOut();
        var all = examined();
        if (form.json) {
            out.println(json(all));
        } else if (form.markdown) {
            out.print(CoveragePage.of(all));
        } else {
            all.forEach(it -> out.println(text(it)));
        }
        out.flush();
        return 0;
    }

    private List<Examined> examined() {
        var all = new ArrayList<Examined>();
        var neighbours = Folders.neighbours(folder.path());
        for (Path path : Folders.of(folder.path())) {
            var result = Examination.of(Folders.read(path), FolderShelf.of(path), neighbours);
            var examined = result.examined();
            if (examined == null) {
                throw new Refused(
                        "«" + path + "» cannot be read: " + result.remarks().getFirst());
            }
            all.add(examined);
        }
        return all;
    }

    private static String json(List<Examined> all) {
        try {
            return JSON.writeValueAsString(all.stream().map(CoverageReport::of).toList());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A coverage report must have a JSON form.", e);
        }
    }

    private static String text(Examined examined) {
        var report = CoverageReport.of(examined);
        var text = new StringBuilder();
        for (var row : report.rows()) {
            text.append("%-11s %s %d: ".formatted(row.standing().toLowerCase(Locale.ROOT), row.section(), row.number()))
                    .append(
                            row.rules().isEmpty()
                                    ? String.join("; ", row.dispositions())
                                    : String.join(", ", row.rules()))
                    .append('\n');
        }
        return text.append(report.standard())
                .append(' ')
                .append(report.version())
                .append(": ")
                .append(report.summary())
                .toString();
    }
}
