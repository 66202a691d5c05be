package dev.plumbline.collect.go;

import dev.plumbline.collect.SourceFile;
import dev.plumbline.collect.Tally;
import dev.plumbline.collect.go.GoFile.Returned;
import dev.plumbline.collect.syntax.Node;
import dev.plumbline.model.evidence.Fact;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Reads one file that is no test.
final class GoReading {
    private final SourceFile file;
    private final Tally tally;
    private final List<String> interfaces = new ArrayList<>();
    private final List<Returned> returned = new ArrayList<>();
    private boolean functions;

    GoReading(SourceFile file, Tally tally) {
        this.file = file;
        this.tally = tally;
    }

    GoFile read() {
        file.root().walk(this::see);
        return new GoFile(file.at(), false, functions, interfaces, returned);
    }

    private void see(Node node) {
        switch (node.type()) {
            case "function_declaration", "method_declaration" -> function(node);
            case "type_spec" -> {
                Node type = node.field("type");
                if (type != null && type.is("interface_type")) {
                    interfaces.add(node.textOf("name"));
                }
            }
            case "call_expression" -> {
                when(node.textOf("function").equals("panic"), Fact.GO_PANICS, node, node.text());
                if (Handlers.routes(node)) {
                    tally.add(Fact.GO_ROUTES);
                }
            }
            case "assignment_statement", "short_var_declaration" ->
                when(ignores(node), Fact.GO_IGNORED_ERRORS, node, node.text());
            default -> {
                // nothing that is counted
            }
        }
    }

    private void function(Node function) {
        String name = function.textOf("name");
        functions = true;
        tally.add(Fact.GO_FUNCTIONS);
        when(name.equals("init") && function.is("function_declaration"), Fact.GO_INITS, function, name);
        if (!name.isEmpty() && Character.isUpperCase(name.codePointAt(0))) {
            tally.add(Fact.GO_EXPORTED);
            when(!documented(function), Fact.GO_UNDOCUMENTED, function, name);
            returns(function, function.field("result"));
        }
        if (Handlers.readsBody(function)) {
            tally.add(Fact.GO_BODIES);
            when(!Handlers.checks(function), Fact.GO_UNCHECKED_BODIES, function, name);
        }
    }

    /// Notes the types that a function returns, each alone or in a list of several.
    private void returns(Node function, @Nullable Node result) {
        if (result == null) {
            return;
        }
        if (result.is("type_identifier")) {
            returned.add(new Returned(function.line(), function.textOf("name"), result.text()));
        }
        result.children("parameter_declaration")
                .map(parameter -> parameter.field("type"))
                .forEach(type -> returns(function, type));
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

    private void when(boolean holds, Fact fact, Node node, String what) {
        if (holds) {
            tally.add(fact, file.path(), node.line(), what);
        }
    }
}
