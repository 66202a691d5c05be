package dev.plumbline.collect.typescript;

import dev.plumbline.collect.SourceFile;
import dev.plumbline.collect.Tally;
import dev.plumbline.collect.syntax.Node;
import dev.plumbline.collect.typescript.TypescriptFile.Request;
import dev.plumbline.model.evidence.Fact;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Reads one file that is no test.
final class TypescriptReading {
    private static final int LARGE = 150;
    private static final Set<String> HTML = Set.of("innerHTML", "outerHTML");
    private static final Set<String> EFFECTS =
            Set.of("useEffect", "useLayoutEffect", "React.useEffect", "React.useLayoutEffect");
    private static final List<String> SILENCING = List.of("@ts-ignore", "@ts-nocheck", "@ts-expect-error");

    private final SourceFile file;
    private final Tally tally;
    private final List<Request> requests = new ArrayList<>();
    private boolean functions;

    TypescriptReading(SourceFile file, Tally tally) {
        this.file = file;
        this.tally = tally;
    }

    TypescriptFile read() {
        file.root().walk(this::see);
        return new TypescriptFile(file.at(), false, functions, requests);
    }

    private void see(Node node) {
        switch (node.type()) {
            case "function_declaration", "function_expression", "arrow_function", "method_definition" -> {
                functions = true;
                tally.add(Fact.TYPESCRIPT_FUNCTIONS);
                component(node);
            }
            case "class_declaration" -> component(node);
            case "comment" -> when(silences(node), Fact.TYPESCRIPT_SILENCED, node);
            case "predefined_type" -> when(node.text().equals("any"), Fact.TYPESCRIPT_ANY, node);
            case "non_null_expression" -> when(true, Fact.TYPESCRIPT_NON_NULL, node);
            case "catch_clause" -> when(empty(node.field("body")), Fact.TYPESCRIPT_SWALLOWED, node);
            case "call_expression" -> call(node);
            case "new_expression" -> request(node);
            case "assignment_expression" -> {
                Node left = node.field("left");
                when(left != null && HTML.contains(left.textOf("property")), Fact.TYPESCRIPT_RAW_HTML, node);
            }
            case "jsx_attribute" ->
                when(node.text().startsWith("dangerouslySetInnerHTML"), Fact.TYPESCRIPT_RAW_HTML, node);
            default -> {
                // nothing that is counted
            }
        }
    }

    private void component(Node node) {
        String name = Components.name(node);
        if (!name.isEmpty()) {
            tally.add(Fact.TYPESCRIPT_COMPONENTS);
            if (node.lines() > LARGE) {
                tally.add(Fact.TYPESCRIPT_LARGE_COMPONENTS, file.path(), node.line(), name);
            }
        }
    }

    private void call(Node call) {
        Node function = call.field("function");
        String name = function == null ? "" : function.text();
        when(name.startsWith("console."), Fact.TYPESCRIPT_CONSOLE, call);
        when(function != null && function.is("import"), Fact.TYPESCRIPT_LAZY, call);
        request(call);
        if (EFFECTS.contains(name)) {
            tally.add(Fact.TYPESCRIPT_EFFECTS);
            Node arguments = call.field("arguments");
            when(arguments != null && Requests.within(arguments), Fact.TYPESCRIPT_REQUESTING_EFFECTS, call);
        }
    }

    private void request(Node node) {
        if (Requests.sends(node)) {
            requests.add(new Request(node.line(), node.text()));
        }
    }

    private static boolean silences(Node comment) {
        String text = comment.text();
        return SILENCING.stream().anyMatch(text::contains);
    }

    private static boolean empty(@Nullable Node block) {
        return block == null || block.children().stream().allMatch(it -> it.is("comment"));
    }

    private void when(boolean holds, Fact fact, Node node) {
        if (holds) {
            tally.add(fact, file.path(), node.line(), node.text());
        }
    }
}
