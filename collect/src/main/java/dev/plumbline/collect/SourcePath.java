package dev.plumbline.collect;

import java.util.List;
import java.util.Set;

/// Where a file lies below the root of the tree: `src/shop/api.py`.
public record SourcePath(String path) {
    private static final Set<String> TEST_FOLDERS = Set.of(
            "test", "tests", "testing", "__tests__", "__mocks__", "spec", "specs", "e2e", "testdata", "testutil");

    public String name() {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    /// The name up to its last dot.
    public String stem() {
        String name = name();
        int dot = name.lastIndexOf('.');
        return dot <= 0 ? name : name.substring(0, dot);
    }

    public String extension() {
        String name = name();
        int dot = name.lastIndexOf('.');
        return dot < 0 ? "" : name.substring(dot + 1);
    }

    /// The names of the folders, the outermost first.
    public List<String> folders() {
        int slash = path.lastIndexOf('/');
        return slash < 0 ? List.of() : List.of(path.substring(0, slash).split("/"));
    }

    public String folder() {
        return String.join("/", folders());
    }

    public boolean top() {
        return path.indexOf('/') < 0;
    }

    public boolean inTestFolder() {
        return folders().stream().anyMatch(TEST_FOLDERS::contains);
    }

    static boolean testFolder(String name) {
        return TEST_FOLDERS.contains(name);
    }

    /// Whether a program wrote it, as its name says.
    public boolean generated() {
        String name = name();
        return name.endsWith("_pb2.py")
                || name.endsWith("_pb2_grpc.py")
                || name.endsWith(".pb.go")
                || name.contains(".generated.")
                || name.contains("_generated.")
                || name.endsWith(".min.js")
                || folders().contains("generated");
    }
}
