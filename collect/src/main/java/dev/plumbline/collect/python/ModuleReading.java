package dev.plumbline.collect.python;

import dev.plumbline.collect.Tally;
import dev.plumbline.collect.syntax.Node;
import dev.plumbline.model.evidence.Fact;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// One pass over one module: counts what the module alone says, and notes what is asked at the end.
final class ModuleReading {
    private static final Pattern CONSTANT = Pattern.compile("[A-Z][A-Z0-9_]{2,}");
    private static final Set<String> LITERALS = Set.of("string", "integer", "float");
    /// Values that many constants share by chance.
    private static final Set<String> COMMON = Set.of("0", "1", "2", "10", "100", "''", "\"\"");

    private final PythonFile file;
    private final Tally tally;
    private final Routes routeFinder;
    private final Imports imports;
    private final List<ClassNote> classes = new ArrayList<>();
    private final List<RouteNote> routes = new ArrayList<>();
    private final List<Mark> environment = new ArrayList<>();
    private final List<Mark> constants = new ArrayList<>();
    private boolean acts;
    private boolean revision;
    private @Nullable Node upgrade;
    private @Nullable Node downgrade;

    ModuleReading(PythonFile file, Tally tally) {
        this.file = file;
        this.tally = tally;
        routeFinder = new Routes(file, tally);
        imports = new Imports(file);
    }

    void see(Node node) {
        switch (node.type()) {
            case "function_definition" -> function(node);
            case "class_definition" -> classes.add(Classes.note(file.path(), node));
            case "import_statement", "import_from_statement" -> imports.see(node);
            case "assignment" -> assignment(node);
            case "call" -> call(node);
            case "attribute", "subscript" -> reading(node);
            case "except_clause", "except_group_clause" -> handler(node);
            case "decorator" -> {
                if (!file.test()) {
                    Guards.decorator(node, tally);
                }
            }
            default -> {
                // nothing that is counted
            }
        }
    }

    private void function(Node function) {
        Functions.count(file, function, tally);
        String name = function.textOf("name");
        acts |= !PythonCode.idle(function.field("body"));
        if (PythonCode.atTop(function)) {
            upgrade = name.equals("upgrade") ? function : upgrade;
            downgrade = name.equals("downgrade") ? function : downgrade;
        }
        if (!file.test()) {
            routeFinder.route(function).ifPresent(routes::add);
        }
    }

    private void assignment(Node assignment) {
        String name = assignment.textOf("left");
        Node value = assignment.field("right");
        if (value == null || file.test() || !PythonCode.atTop(assignment)) {
            return;
        }
        revision |= name.equals("revision");
        Guards.setting(name, value, tally);
        if (Guards.single(value)) {
            tally.add(Fact.PYTHON_SINGLETONS, file.path(), assignment.line(), assignment.text());
        }
        if (CONSTANT.matcher(name).matches() && LITERALS.contains(value.type()) && !COMMON.contains(value.text())) {
            constants.add(new Mark(file.path(), assignment.line(), name, value.text()));
        }
    }

    private void call(Node call) {
        if (file.test()) {
            return;
        }
        Guards.call(file, call, tally);
        if (!file.migration()) {
            Database.count(file, call, tally);
        }
        if (PythonCode.lastName(call).equals("getenv")) {
            var first = PythonCode.positional(call);
            environment.add(mark(call, first.isEmpty() ? null : first.getFirst()));
        }
    }

    /// `os.environ` where it is read: as a subscript that is not assigned to, or in a call other than `setdefault`.
    private void reading(Node node) {
        if (file.test() || !node.is("attribute") || !node.text().equals("os.environ")) {
            return;
        }
        Node above = node.parent();
        if (above == null) {
            return;
        }
        if (above.is("subscript")) {
            Node target = above.parent();
            boolean written = target != null
                    && (target.is("delete_statement") || (target.is("assignment") && target.field("left") == above));
            if (!written) {
                environment.add(mark(node, above.field("subscript")));
            }
        } else if (above.is("attribute")) {
            Node call = above.parent();
            boolean set = above.textOf("attribute").equals("setdefault");
            if (!set && call != null && call.is("call")) {
                var first = PythonCode.positional(call);
                environment.add(mark(node, first.isEmpty() ? null : first.getFirst()));
            }
        } else {
            environment.add(mark(node, null));
        }
    }

    private Mark mark(Node at, @Nullable Node name) {
        return new Mark(file.path(), at.line(), PythonCode.literal(name).orElse(""), "");
    }

    private void handler(Node handler) {
        if (!file.test() && PythonCode.idle(handler.child("block"))) {
            tally.add(Fact.PYTHON_SWALLOWED, file.path(), handler.line(), handler.text());
        }
    }

    PythonModule module() {
        boolean migration = revision && upgrade != null;
        if (migration) {
            tally.add(Fact.PYTHON_MIGRATIONS);
            if (!undoes(downgrade)) {
                tally.add(Fact.PYTHON_ONE_WAY_MIGRATIONS, file.path(), 0, "downgrade");
            }
        }
        if (!file.test() && !migration) {
            imports.count(tally);
        }
        return new PythonModule(
                file.at(),
                file.test(),
                file.module() && !migration && acts,
                List.copyOf(classes),
                List.copyOf(routes),
                List.copyOf(environment),
                List.copyOf(constants));
    }

    private static boolean undoes(@Nullable Node downgrade) {
        if (downgrade == null) {
            return false;
        }
        Node body = downgrade.field("body");
        return !PythonCode.idle(body)
                && body != null
                && body.children().stream().noneMatch(statement -> statement.is("raise_statement"));
    }
}
