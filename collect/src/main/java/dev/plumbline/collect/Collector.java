package dev.plumbline.collect;

import dev.plumbline.collect.WorkingTree.Found;
import dev.plumbline.collect.document.Documents;
import dev.plumbline.collect.go.GoReader;
import dev.plumbline.collect.java.JavaReader;
import dev.plumbline.collect.project.Statements;
import dev.plumbline.collect.python.PythonReader;
import dev.plumbline.collect.syntax.Language;
import dev.plumbline.collect.syntax.SourceText;
import dev.plumbline.collect.syntax.SyntaxParser;
import dev.plumbline.collect.typescript.TypescriptReader;
import dev.plumbline.model.evidence.Fact;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/// Collects the facts of one working tree.
public final class Collector {
    /// A source that a person wrote is smaller.
    static final int SOURCE_BYTES = 1 << 20;

    /// Whether or not their sources are read: what a project is written in shows by all of them.
    private static final Map<String, String> LANGUAGES = Map.ofEntries(
            Map.entry("py", "python"),
            Map.entry("pyi", "python"),
            Map.entry("java", "java"),
            Map.entry("kt", "kotlin"),
            Map.entry("scala", "scala"),
            Map.entry("ts", "typescript"),
            Map.entry("tsx", "typescript"),
            Map.entry("mts", "typescript"),
            Map.entry("js", "javascript"),
            Map.entry("jsx", "javascript"),
            Map.entry("mjs", "javascript"),
            Map.entry("go", "go"),
            Map.entry("rs", "rust"),
            Map.entry("cs", "csharp"),
            Map.entry("rb", "ruby"),
            Map.entry("php", "php"),
            Map.entry("swift", "swift"),
            Map.entry("c", "c"),
            Map.entry("cc", "cpp"),
            Map.entry("cpp", "cpp"));

    private static final List<SourceReader<?>> READERS =
            List.of(new PythonReader(), new JavaReader(), new TypescriptReader(), new GoReader());

    private final Path root;
    private final int threads;
    private final Tally tally = new Tally();
    private final Map<String, Integer> files = new TreeMap<>();

    private Collector(Path root, int threads) {
        this.root = root;
        this.threads = threads;
    }

    /// @param threads how many files are read at a time
    /// @throws IOException when the root cannot be read
    /// @throws UnsupportedOperationException when there is no parser for this machine
    public static Facts collect(Path root, int threads) throws IOException {
        return new Collector(root, threads).collect();
    }

    private Facts collect() throws IOException {
        var tree = WorkingTree.of(root);
        tally.add(Fact.FILES, tree.files().size());
        tree.files().stream()
                .map(found -> LANGUAGES.getOrDefault(found.at().extension(), ""))
                .filter(language -> !language.isEmpty())
                .forEach(language -> files.merge(language, 1, Integer::sum));
        tree.passedOver().forEach(path -> tally.add(Fact.FILES_PASSED_OVER, path, 0, ""));
        for (var reader : READERS) {
            read(reader, tree.files());
        }
        var statements = new Statements(tally);
        var documents = new Documents(tally);
        for (var found : tree.files()) {
            statements.see(found.at(), found.file(), found.bytes());
            documents.see(found.at(), found.file(), found.bytes());
        }
        return new Facts(tally, files, statements.headings(), statements.settings(), statements.dependencies());
    }

    private <N> void read(SourceReader<N> reader, List<Found> all) {
        var sources = all.stream()
                .filter(found -> reader.reads(found.at()) && !found.at().generated())
                .toList();
        if (sources.isEmpty()) {
            return;
        }
        var notes = new AtomicReferenceArray<N>(sources.size());
        var next = new AtomicInteger();
        try (var pool = Executors.newFixedThreadPool(threads)) {
            var workers = new ArrayList<Future<Tally>>();
            for (int i = 0; i < threads; i++) {
                workers.add(pool.submit(() -> work(reader, sources, notes, next)));
            }
            for (var worker : workers) {
                tally.join(worker.get());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("collecting was interrupted", e);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof UnsupportedOperationException unsupported
                    ? unsupported
                    : new IllegalStateException("a source could not be read", e.getCause());
        }
        var noted = new ArrayList<N>(sources.size());
        for (int i = 0; i < notes.length(); i++) {
            N note = notes.get(i);
            if (note != null) {
                noted.add(note);
            }
        }
        reader.conclude(noted, tally);
    }

    /// One worker: takes files until none is left.
    private <N> Tally work(
            SourceReader<N> reader, List<Found> sources, AtomicReferenceArray<N> notes, AtomicInteger next) {
        var own = new Tally();
        try (var parsers = new Parsers()) {
            for (int i = next.getAndIncrement(); i < sources.size(); i = next.getAndIncrement()) {
                var found = sources.get(i);
                var text = text(found, own);
                if (text != null) {
                    var parsed = parsers.of(reader.grammar(found.at())).parse(text);
                    if (!parsed.whole()) {
                        own.add(Fact.FILES_UNPARSED, found.at().path(), 0, "");
                    }
                    notes.set(i, reader.read(new SourceFile(found.at(), parsed.root()), own));
                }
            }
        }
        return own;
    }

    /// The parsers of one worker, made when first needed.
    private static final class Parsers implements AutoCloseable {
        private final Map<Language, SyntaxParser> made = new EnumMap<>(Language.class);

        SyntaxParser of(Language language) {
            return made.computeIfAbsent(language, SyntaxParser::new);
        }

        @Override
        public void close() {
            made.values().forEach(SyntaxParser::close);
        }
    }

    private static @Nullable SourceText text(Found found, Tally tally) {
        String path = found.at().path();
        if (found.bytes() > SOURCE_BYTES) {
            tally.add(Fact.FILES_PASSED_OVER, path, 0, "larger than 1 MiB");
            return null;
        }
        try {
            var text = SourceText.of(Files.readAllBytes(found.file()));
            if (text.binary()) {
                tally.add(Fact.FILES_UNPARSED, path, 0, "holds zero bytes");
                return null;
            }
            return text;
        } catch (IOException e) {
            tally.add(Fact.FILES_PASSED_OVER, path, 0, "cannot be read");
            return null;
        }
    }
}
