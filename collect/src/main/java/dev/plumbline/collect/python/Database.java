package dev.plumbline.collect.python;

import dev.plumbline.collect.Tally;
import dev.plumbline.collect.syntax.Node;
import dev.plumbline.model.evidence.Fact;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Finds what code does with a database: by the names of receiver and method, since types are not known here.
final class Database {
    private static final Set<String> READS = Set.of(
            "execute",
            "executemany",
            "query",
            "scalars",
            "scalar",
            "scalar_one",
            "exec",
            "fetch",
            "fetchrow",
            "fetchval",
            "fetchone",
            "fetchall",
            "get");
    private static final Set<String> CHANGES = Set.of(
            "add",
            "add_all",
            "delete",
            "merge",
            "refresh",
            "commit",
            "flush",
            "bulk_save_objects",
            "bulk_insert_mappings");
    private static final Set<String> OBJECTS_READS =
            Set.of("get", "filter", "all", "first", "count", "exists", "exclude", "last", "aggregate", "values");
    private static final Set<String> OBJECTS_WRITES = Set.of("create", "get_or_create", "update_or_create");
    private static final Set<String> EAGER = Set.of(
            "selectinload", "joinedload", "subqueryload", "contains_eager", "select_related", "prefetch_related");
    private static final List<String> WRITING_WORDS = List.of("insert", "update", "delete");

    private Database() {}

    /// Whether a call queries or changes the database.
    static boolean touches(Node call) {
        String method = PythonCode.lastName(call);
        Node receiver = PythonCode.receiver(call);
        return (PythonCode.isSession(receiver) && (READS.contains(method) || CHANGES.contains(method)))
                || (PythonCode.lastName(receiver).equals("objects")
                        && (OBJECTS_READS.contains(method) || OBJECTS_WRITES.contains(method)));
    }

    static void count(PythonFile file, Node call, Tally tally) {
        if (EAGER.contains(PythonCode.lastName(call)) || loadsEagerly(call)) {
            tally.add(Fact.PYTHON_EAGER_LOADS);
        }
        Node loop = loopAround(call);
        if (loop == null || inBatches(loop)) {
            return;
        }
        if (writes(call)) {
            tally.add(Fact.PYTHON_LOOP_WRITES, file.path(), call.line(), call.text());
        } else if (queries(call)) {
            tally.add(Fact.PYTHON_LOOP_QUERIES, file.path(), call.line(), call.text());
        }
    }

    private static boolean loadsEagerly(Node call) {
        Node lazy = PythonCode.argument(call, "lazy");
        return PythonCode.lastName(call).equals("relationship")
                && PythonCode.literal(lazy)
                        .filter(Set.of("selectin", "joined", "subquery", "immediate")::contains)
                        .isPresent();
    }

    /// A row that is written at once: flushed, committed, saved or inserted. What is only added is written later, in
    /// one
    /// go.
    private static boolean writes(Node call) {
        String method = PythonCode.lastName(call);
        Node receiver = PythonCode.receiver(call);
        if (PythonCode.isSession(receiver)) {
            return method.equals("commit") || method.equals("flush") || (method.equals("execute") && says(call));
        }
        boolean saves = method.equals("save")
                && receiver != null
                && PythonCode.positional(call).isEmpty();
        return saves || (PythonCode.lastName(receiver).equals("objects") && OBJECTS_WRITES.contains(method));
    }

    private static boolean says(Node execute) {
        var statement = PythonCode.positional(execute);
        if (statement.isEmpty()) {
            return false;
        }
        String text = statement.getFirst().text().toLowerCase(Locale.ROOT);
        String bare = text.replaceFirst("^(sa\\.|text\\()?[rbf]*[\"']*\\s*", "");
        return WRITING_WORDS.stream().anyMatch(bare::startsWith);
    }

    private static boolean queries(Node call) {
        String method = PythonCode.lastName(call);
        Node receiver = PythonCode.receiver(call);
        return (PythonCode.isSession(receiver) && READS.contains(method))
                || (PythonCode.lastName(receiver).equals("objects") && OBJECTS_READS.contains(method));
    }

    /// {@return the loop whose body holds a call and that runs in the same function}
    private static @Nullable Node loopAround(Node call) {
        Node below = call;
        Node at = call.parent();
        while (at != null && !at.isOneOf("function_definition", "class_definition", "lambda", "module")) {
            boolean body = below == at.field("body");
            if (at.isOneOf("for_statement", "while_statement") && body) {
                return at;
            }
            boolean comprehension = at.isOneOf(
                    "list_comprehension", "set_comprehension", "dictionary_comprehension", "generator_expression");
            if (comprehension && body) {
                return at;
            }
            below = at;
            at = at.parent();
        }
        return null;
    }

    /// A loop over batches, chunks or pages is what the clause asks for.
    private static boolean inBatches(Node loop) {
        String head = (loop.textOf("left") + " " + loop.textOf("right")).toLowerCase(Locale.ROOT);
        return head.contains("batch") || head.contains("chunk") || head.contains("page");
    }
}
