package dev.plumbline.ingest.report.finding;

import dev.plumbline.model.evidence.FindingGroup.Area;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/// The part of a repository in which a path lies, by the customs of the languages we know. The first that holds, in
/// this order:
///
/// | area | a folder of the path is named | or the file is named |
/// |---|---|---|
/// | VENDORED | vendor, vendored, third_party, third-party, node_modules, site-packages, .venv, venv, bower_components
/// | |
/// | GENERATED | generated, generated-sources, gen, __generated__ | `*_pb2.py`, `*_pb2_grpc.py`, `*.pb.go`,
/// `*.generated.*`, `*.g.cs`, `*.min.js` |
/// | MIGRATION | migrations, alembic | |
/// | TEST | test, tests, testing, __tests__, spec, specs, e2e | `test_*.py`, `*_test.*`, `*Test.java`, `*Tests.*`,
/// `*IT.java`, `*.test.*`, `*.spec.*`, `*_spec.rb`, `conftest.py` |
/// | SOURCE | everything else | |
///
/// Of an absolute path that no checkout folder explains, the first three folders are the machine's and do not count.
public final class Areas {
    private static final int MACHINE_FOLDERS = 3;
    private static final Set<String> VENDORED = Set.of(
            "vendor",
            "vendored",
            "third_party",
            "third-party",
            "node_modules",
            "site-packages",
            ".venv",
            "venv",
            "bower_components");
    private static final Set<String> GENERATED = Set.of("generated", "generated-sources", "gen", "__generated__");
    private static final Set<String> MIGRATION = Set.of("migrations", "alembic");
    private static final Set<String> TEST = Set.of("test", "tests", "testing", "__tests__", "spec", "specs", "e2e");
    private static final Pattern GENERATED_FILE = Pattern.compile(
            ".*(?:_pb2\\.pyi?|_pb2_grpc\\.py|\\.pb\\.go|\\.g\\.cs|\\.min\\.js|\\.generated\\.[a-zA-Z]+)");
    private static final Pattern TEST_FILE = Pattern.compile(
            "conftest\\.py|test_.*\\.py|.*_test\\.[a-z]+|.*_spec\\.rb|.*(?:Tests?|IT)\\.(?:java|kt|cs|scala|groovy)|.*\\.(?:test|spec)\\.[a-z]+");

    private Areas() {}

    public static Area of(String path) {
        String[] segments = path.split("/");
        String file = segments[segments.length - 1];
        int from = ReportPath.absolute(path) ? Math.min(MACHINE_FOLDERS + 1, segments.length - 1) : 0;
        List<String> folders = Arrays.stream(segments, from, segments.length - 1)
                .map(folder -> folder.toLowerCase(Locale.ROOT))
                .toList();
        if (folders.stream().anyMatch(VENDORED::contains)) {
            return Area.VENDORED;
        }
        if (folders.stream().anyMatch(GENERATED::contains)
                || GENERATED_FILE.matcher(file).matches()) {
            return Area.GENERATED;
        }
        if (folders.stream().anyMatch(MIGRATION::contains)) {
            return Area.MIGRATION;
        }
        if (folders.stream().anyMatch(TEST::contains) || TEST_FILE.matcher(file).matches()) {
            return Area.TEST;
        }
        return Area.SOURCE;
    }
}
