package dev.plumbline.analyzer.standard;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelIssue;
import dev.cel.common.CelOptions;
import dev.cel.common.CelValidationException;
import dev.cel.common.ast.CelReference;
import dev.cel.common.types.CelType;
import dev.cel.compiler.CelCompiler;
import dev.cel.compiler.CelCompilerFactory;
import dev.cel.parser.CelStandardMacro;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelRuntimeFactory;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// Compiles CEL over one set of typed names. An expression has no functions of ours, no input or output and no clock,
/// and every budget counts: code points, nodes, iterations, size of a regular expression; never time.
final class Expressions {
    private static final int MAX_CODE_POINTS = 4_000;
    private static final int MAX_NODES = 2_000;
    private static final int MAX_DEPTH = 60;
    private static final int MAX_ITERATIONS = 10_000;
    private static final int MAX_REGEX = 1_000;

    /// The checker refuses to compare an int with a double; the runtime insists on being able to.
    static final CelOptions CHECKED = CelOptions.current()
            .maxExpressionCodePointSize(MAX_CODE_POINTS)
            .maxParseExpressionNodeCount(MAX_NODES)
            .maxParseRecursionDepth(MAX_DEPTH)
            .comprehensionMaxIterations(MAX_ITERATIONS)
            .maxRegexProgramSize(MAX_REGEX)
            .populateMacroCalls(false)
            .build();

    private static final CelRuntime RUNTIME = CelRuntimeFactory.plannerRuntimeBuilder()
            .setOptions(CHECKED.toBuilder()
                    .enableHeterogeneousNumericComparisons(true)
                    .build())
            .setStandardFunctions(Regexes.others())
            .addFunctionBindings(Regexes.bindings())
            .build();

    private final CelCompiler compiler;
    private final Set<String> names;

    private Expressions(CelCompiler compiler, Set<String> names) {
        this.compiler = compiler;
        this.names = names;
    }

    static Expressions over(Map<String, CelType> variables) {
        var builder = CelCompilerFactory.standardCelCompilerBuilder()
                .setStandardMacros(CelStandardMacro.STANDARD_MACROS)
                .setOptions(CHECKED);
        variables.forEach(builder::addVar);
        return new Expressions(builder.build(), Set.copyOf(variables.keySet()));
    }

    /// {@return the expression, or null after a problem was added}
    @Nullable
    Expression compile(String source, CelType type, Where where, List<StandardProblem> problems) {
        var checked = compiler.compile(source);
        if (checked.hasError()) {
            checked.getErrors().forEach(issue -> problems.add(where.problem(column(issue), sentence(issue, source))));
            return null;
        }
        try {
            var ast = checked.getAst();
            if (!ast.getResultType().equals(type)) {
                problems.add(where.problem(
                        1, "«" + source + "» yields " + ast.getResultType().name() + ", not " + type.name() + "."));
                return null;
            }
            return new Expression(source, RUNTIME.createProgram(ast), Plain.of(ast, names), read(ast));
        } catch (CelValidationException | CelEvaluationException e) {
            problems.add(where.problem(0, "«" + source + "» cannot be compiled: " + e.getMessage()));
            return null;
        }
    }

    private Set<String> read(CelAbstractSyntaxTree ast) {
        var read = new TreeSet<String>();
        ast.getReferenceMap().values().stream()
                .map(CelReference::name)
                .filter(names::contains)
                .forEach(read::add);
        return read;
    }

    private static int column(CelIssue issue) {
        return Math.max(0, issue.getSourceLocation().getColumn()) + 1;
    }

    private String sentence(CelIssue issue, String source) {
        String message = issue.getMessage();
        int candidates = message.indexOf(" (candidates");
        String brief = candidates < 0 ? message : message.substring(0, candidates);
        return "«" + source + "» at column " + column(issue) + ": " + brief
                + (message.startsWith("undeclared reference")
                        ? "; known are " + String.join(", ", new TreeSet<>(names)) + "."
                        : ".");
    }
}
