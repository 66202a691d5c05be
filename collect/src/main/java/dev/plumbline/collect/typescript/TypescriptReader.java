package dev.plumbline.collect.typescript;

import dev.plumbline.collect.SourceFile;
import dev.plumbline.collect.SourcePath;
import dev.plumbline.collect.SourceReader;
import dev.plumbline.collect.Tally;
import dev.plumbline.collect.syntax.Language;
import dev.plumbline.collect.syntax.Node;
import dev.plumbline.model.evidence.Fact;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Reads TypeScript and JavaScript: each file says all alone, so that nothing is kept of it.
public final class TypescriptReader implements SourceReader<SourcePath> {
    private static final Set<String> ENDINGS = Set.of("ts", "mts", "cts", "tsx", "js", "mjs", "cjs", "jsx");
    private static final Set<String> HTML = Set.of("innerHTML", "outerHTML");

    @Override
    public String language() {
        return "typescript";
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

    /// Only in plain TypeScript may a type in angle brackets stand before a value.
    @Override
    public Language grammar(SourcePath path) {
        return path.extension().endsWith("ts") ? Language.TYPESCRIPT : Language.TSX;
    }

    @Override
    public boolean reads(SourcePath path) {
        return ENDINGS.contains(path.extension());
    }

    private static boolean test(SourcePath at) {
        return at.inTestFolder() || at.name().contains(".test.") || at.name().contains(".spec.");
    }

    private static void see(SourceFile file, Node node, Tally tally) {
        if (test(file.at())) {
            return;
        }
        switch (node.type()) {
            case "function_declaration", "function_expression", "arrow_function", "method_definition" ->
                tally.add(Fact.TYPESCRIPT_FUNCTIONS);
            case "predefined_type" -> when(node.text().equals("any"), Fact.TYPESCRIPT_ANY, file, node, tally);
            case "non_null_expression" -> when(true, Fact.TYPESCRIPT_NON_NULL, file, node, tally);
            case "catch_clause" -> when(empty(node.field("body")), Fact.TYPESCRIPT_SWALLOWED, file, node, tally);
            case "call_expression" ->
                when(node.textOf("function").startsWith("console."), Fact.TYPESCRIPT_CONSOLE, file, node, tally);
            case "assignment_expression" -> {
                Node left = node.field("left");
                when(
                        left != null && HTML.contains(left.textOf("property")),
                        Fact.TYPESCRIPT_RAW_HTML,
                        file,
                        node,
                        tally);
            }
            case "jsx_attribute" ->
                when(node.text().startsWith("dangerouslySetInnerHTML"), Fact.TYPESCRIPT_RAW_HTML, file, node, tally);
            default -> {
                // nothing that is counted
            }
        }
    }

    private static boolean empty(@Nullable Node block) {
        return block == null || block.children().stream().allMatch(it -> it.is("comment"));
    }

    private static void when(boolean holds, Fact fact, SourceFile file, Node node, Tally tally) {
        if (holds) {
            tally.add(fact, file.path(), node.line(), node.text());
        }
    }
}
