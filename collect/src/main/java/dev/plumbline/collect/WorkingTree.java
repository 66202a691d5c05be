package dev.plumbline.collect;

import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/// The files of a working tree, by path. Links are not followed. Folders of version control, of installed packages, of
/// caches and of build results are left out.
///
/// @param files in the order of their paths
/// @param passedOver paths that could not be read, that are links to outside, or that lie too deep
record WorkingTree(List<Found> files, List<String> passedOver) {
    private static final int DEPTH = 64;
    /// What was written here before is no part of the tree.
    private static final Path OWN = Path.of("plumbline-facts.json");
    private static final int FILES = 2_000_000;
    private static final Set<String> LEFT_OUT = Set.of(
            ".git",
            ".hg",
            ".svn",
            "node_modules",
            "bower_components",
            "venv",
            ".venv",
            "site-packages",
            "__pycache__",
            ".tox",
            ".nox",
            ".eggs",
            ".mypy_cache",
            ".ruff_cache",
            ".pytest_cache",
            ".gradle",
            ".idea",
            ".next",
            ".nuxt",
            ".terraform",
            ".plumbline",
            "build",
            "dist",
            "target",
            "htmlcov",
            "vendor",
            "third_party");

    /// @param bytes its size
    record Found(SourcePath at, Path file, long bytes) {}

    /// @throws IOException when the root cannot be read
    static WorkingTree of(Path root) throws IOException {
        var visit = new Visit(root);
        Files.walkFileTree(root, EnumSet.noneOf(FileVisitOption.class), DEPTH, visit);
        visit.files.sort(Comparator.comparing(found -> found.at().path()));
        visit.passedOver.sort(null);
        return new WorkingTree(visit.files, visit.passedOver);
    }

    private static final class Visit extends SimpleFileVisitor<Path> {
        private final Path root;
        private final List<Found> files = new ArrayList<>();
        private final List<String> passedOver = new ArrayList<>();

        Visit(Path root) {
            this.root = root;
        }

        @Override
        public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
            if (folder.equals(root)) {
                return FileVisitResult.CONTINUE;
            }
            String name = String.valueOf(folder.getFileName());
            boolean left =
                    LEFT_OUT.contains(name) || name.endsWith(".egg-info") || Files.exists(folder.resolve("pyvenv.cfg"));
            return left ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            if (attributes.isSymbolicLink()) {
                if (leadsOutside(file)) {
                    passedOver.add(below(file));
                }
            } else if (attributes.isDirectory()) {
                passedOver.add(below(file));
            } else if (attributes.isRegularFile() && !file.endsWith(OWN)) {
                files.add(new Found(new SourcePath(below(file)), file, attributes.size()));
            }
            return files.size() < FILES ? FileVisitResult.CONTINUE : FileVisitResult.TERMINATE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException problem) throws IOException {
            if (file.equals(root)) {
                throw problem;
            }
            passedOver.add(below(file));
            return FileVisitResult.CONTINUE;
        }

        private boolean leadsOutside(Path link) {
            try {
                return !link.toRealPath().startsWith(root.toRealPath());
            } catch (IOException e) {
                return true; // leads nowhere
            }
        }

        private String below(Path file) {
            return root.relativize(file).toString().replace('\\', '/');
        }
    }
}
