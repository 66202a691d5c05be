package dev.plumbline.ingest.report.finding;

import dev.plumbline.model.evidence.FindingGroup.Area;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/// The part of a repository in which a path lies, by the customs of the languages we know. The first that
/// holds, in this order:
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
/// Of an absolute path that no checkout folder explains, the first three folders are the machine's and do
/// not count.
public final class Areas {
    private static final int MACHINE_FOLDERS = 3;
    private static final Map<String, Area> FOLDERS = folders();
    /// For each first character, in lower case, a bit for each length of a folder's name that begins with
    /// it: nearly all other folders are told by these two.
    private static final int[] LENGTHS = lengths(FOLDERS.keySet());
    static final Pattern GENERATED_FILE = Pattern.compile(
            ".*(?:_pb2\\.pyi?|_pb2_grpc\\.py|\\.pb\\.go|\\.g\\.cs|\\.min\\.js|\\.generated\\.[a-zA-Z]+)");
    static final Pattern TEST_FILE = Pattern.compile(
            "conftest\\.py|test_.*\\.py|.*_test\\.[a-z]+|.*_spec\\.rb|.*(?:Tests?|IT)\\.(?:java|kt|cs|scala|groovy)|.*\\.(?:test|spec)\\.[a-z]+");

    private Areas() {}

    private static Map<String, Area> folders() {
        var folders = new HashMap<String, Area>();
        for (String name : List.of(
                "vendor",
                "vendored",
                "third_party",
                "third-party",
                "node_modules",
                "site-packages",
                ".venv",
                "venv",
                "bower_components")) {
            folders.put(name, Area.VENDORED);
        }
        for (String name : List.of("generated", "generated-sources", "gen", "__generated__")) {
            folders.put(name, Area.GENERATED);
        }
        for (String name : List.of("migrations", "alembic")) {
            folders.put(name, Area.MIGRATION);
        }
        for (String name : List.of("test", "tests", "testing", "__tests__", "spec", "specs", "e2e")) {
            folders.put(name, Area.TEST);
        }
        return Map.copyOf(folders);
    }

    private static int[] lengths(Set<String> names) {
        var lengths = new int[Byte.MAX_VALUE + 1];
        for (String name : names) {
            lengths[name.charAt(0)] |= 1 << name.length();
            lengths[Character.toUpperCase(name.charAt(0))] |= 1 << name.length();
        }
        return lengths;
    }

    public static Area of(String path) {
        int end = path.length();
        while (end > 0 && path.charAt(end - 1) == '/') {
            end--;
        }
        int file = path.lastIndexOf('/', end - 1) + 1;
        Area area = ofFile(path, file, end);
        int folder = ReportPath.absolute(path) ? behindMachine(path, file) : 0;
        while (folder < file) {
            int slash = path.indexOf('/', folder);
            if (mayCount(path, folder, slash - folder)) {
                String name = path.substring(folder, slash).toLowerCase(Locale.ROOT);
                area = first(area, FOLDERS.getOrDefault(name, Area.SOURCE));
            }
            folder = slash + 1;
        }
        return area;
    }

    /// {@return where the folders begin that are not the machine's; the file's name where all of them are}
    private static int behindMachine(String path, int file) {
        int at = 0;
        for (int folder = 0; folder <= MACHINE_FOLDERS && at < file; folder++) {
            at = path.indexOf('/', at) + 1;
        }
        return at;
    }

    /// Of two areas the one that stands first in the table, which is the later one of the type.
    private static Area first(Area a, Area b) {
        return a.compareTo(b) >= 0 ? a : b;
    }

    /// Letters that are none of ASCII and become one in lower case are left to the table.
    private static boolean mayCount(String path, int folder, int length) {
        char first = path.charAt(folder);
        return first >= LENGTHS.length || length < Integer.SIZE && (LENGTHS[first] & 1 << length) != 0;
    }

    private static Area ofFile(String path, int from, int end) {
        boolean generated = false;
        boolean test = false;
        for (int i = from; i < end; i++) {
            switch (path.charAt(i)) {
                case '_' -> generated |= path.startsWith("_pb2", i);
                case '.' -> generated |= generated(path, i);
                case 't', 'T' -> test |= path.startsWith("est", i + 1);
                case 's' -> test |= path.startsWith("pec", i + 1);
                case 'I' -> test |= path.startsWith("T.", i + 1);
                default -> {
                    // what the patterns take has one of these
                }
            }
        }
        if (!generated && !test) {
            return Area.SOURCE;
        }
        String name = path.substring(from, end);
        if (generated && GENERATED_FILE.matcher(name).matches()) {
            return Area.GENERATED;
        }
        return test && TEST_FILE.matcher(name).matches() ? Area.TEST : Area.SOURCE;
    }

    private static boolean generated(String path, int dot) {
        return path.startsWith(".pb.go", dot)
                || path.startsWith(".g.cs", dot)
                || path.startsWith(".min.js", dot)
                || path.startsWith(".generated.", dot);
    }
}
