package dev.plumbline.collect.go;

import dev.plumbline.collect.SourceFile;
import dev.plumbline.collect.SourcePath;
import dev.plumbline.collect.SourceReader;
import dev.plumbline.collect.Tally;
import dev.plumbline.collect.syntax.Language;
import dev.plumbline.collect.syntax.Node;
import dev.plumbline.model.evidence.Fact;
import java.util.List;

/// Reads Go: each file says all alone, so that nothing is kept of it.
public final class GoReader implements SourceReader<SourcePath> {

    @Override
    public String language() {
        return "go";
    }

    @Override
    public SourcePath read(SourceFile file, Tally tally) {
        file.root().walk(node -> see(file, node, tally));
        return file.at();
    }

    @Override
    public void conclude(List<SourcePath> all, Tally tally) {
        // no fact takes several files
    }

    @Override
    public Language grammar(SourcePath path) {
        return Language.GO;
    }

    @Override
    public boolean reads(SourcePath path) {
        return path.name().endsWith(".go");
    }

    private static void see(SourceFile file, Node node, Tally tally) {
        boolean test = file.at().name().endsWith("_test.go") || file.at().inTestFolder();
        switch (node.type()) {
            case "function_declaration", "method_declaration" -> {
                if (!test) {
                    function(file, node, tally);
                } else if (node.textOf("name").startsWith("Test")) {
                    tally.add(Fact.GO_TESTS);
                }
            }
            case "call_expression" -> {
                if (!test && node.textOf("function").equals("panic")) {
                    tally.add(Fact.GO_PANICS, file.path(), node.line(), node.text());
                }
            }
            case "assignment_statement", "short_var_declaration" -> {
                if (!test && ignores(node)) {
                    tally.add(Fact.GO_IGNORED_ERRORS, file.path(), node.line(), node.text());
                }
            }
            default -> {
                // nothing that is counted
            }
        }
    }

    private static void function(SourceFile file, Node function, Tally tally) {
        String name = function.textOf("name");
        tally.add(Fact.GO_FUNCTIONS);
        if (name.equals("init") && function.is("function_declaration")) {
            tally.add(Fact.GO_INITS, file.path(), function.line(), name);
        }
        if (!name.isEmpty() && Character.isUpperCase(name.codePointAt(0))) {
            tally.add(Fact.GO_EXPORTED);
            if (!documented(function)) {
                tally.add(Fact.GO_UNDOCUMENTED, file.path(), function.line(), name);
            }
        }
    }

    /// A comment ends on the line before.
    private static boolean documented(Node function) {
        Node file = function.parent();
        return file != null
                && file.children("comment").anyMatch(comment -> comment.line() + comment.lines() == function.line());
    }

    /// `_ = f()` and `a, _ := f()`: one call, whose last result is dropped.
    private static boolean ignores(Node assignment) {
        Node left = assignment.field("left");
        Node right = assignment.field("right");
        return left != null
                && right != null
                && !left.children().isEmpty()
                && left.children().getLast().text().equals("_")
                && right.children().size() == 1
                && right.children().getFirst().is("call_expression");
    }
}
