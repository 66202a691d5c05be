package dev.plumbline.collect.python;

import dev.plumbline.collect.syntax.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Notes classes.
final class Classes {
    private static final Set<String> COLUMN_MAKERS = Set.of("mapped_column", "Column", "Field");

    private Classes() {}

    static ClassNote note(String path, Node definition) {
        var bases = new ArrayList<String>();
        boolean table = false;
        String made = "";
        Node above = definition.field("superclasses");
        if (above != null) {
            for (Node base : above.children()) {
                if (base.is("keyword_argument")) {
                    table |= base.textOf("name").equals("table")
                            && base.textOf("value").equals("True");
                    bases.add(base.textOf("name").equals("metaclass") ? base.textOf("value") : "");
                } else {
                    bases.add(base.text().endsWith("models.Model") ? "models.Model" : PythonCode.lastName(base));
                    made = base.is("subscript") ? PythonCode.lastName(base.field("subscript")) : made;
                }
            }
        }
        var body = new Body();
        body.read(definition.field("body"));
        return new ClassNote(
                path,
                definition.line(),
                definition.textOf("name"),
                bases.stream().filter(base -> !base.isEmpty()).toList(),
                body.fields,
                new ClassNote.Stored(body.columns, table || body.table, body.prefix),
                body.made.isEmpty() ? made : body.made);
    }

    /// What the assignments of a class say.
    private static final class Body {
        final List<String> fields = new ArrayList<>();
        int columns;
        boolean table;
        String prefix = "";
        String made = "";

        void read(@Nullable Node block) {
            if (block == null) {
                return;
            }
            for (Node statement : block.children()) {
                if (statement.is("class_definition")) {
                    inner(statement);
                } else if (statement.is("expression_statement")) {
                    statement.children("assignment").forEach(this::assignment);
                }
            }
        }

        private void inner(Node definition) {
            String name = definition.textOf("name");
            Node block = definition.field("body");
            if (block == null || !(name.equals("Meta") || name.equals("Config"))) {
                return;
            }
            for (Node statement : block.children()) {
                statement.children("assignment").forEach(it -> {
                    switch (it.textOf("left")) {
                        case "model" -> made = PythonCode.lastName(it.field("right"));
                        case "env_prefix" ->
                            prefix = PythonCode.literal(it.field("right")).orElse("");
                        default -> {
                            // other options
                        }
                    }
                });
            }
        }

        private void assignment(Node assignment) {
            String name = assignment.textOf("left");
            Node type = assignment.field("type");
            Node value = assignment.field("right");
            switch (name) {
                case "__tablename__", "__table__" -> table = true;
                case "__model__" -> made = PythonCode.lastName(value);
                case "model_config" -> {
                    if (value != null && value.is("call")) {
                        prefix = PythonCode.literal(PythonCode.argument(value, "env_prefix"))
                                .orElse("");
                    }
                }
                default -> field(name, type, value);
            }
        }

        private void field(String name, @Nullable Node type, @Nullable Node value) {
            String maker = value != null && value.is("call") ? PythonCode.lastName(value) : "";
            if (type != null) {
                fields.add(name + ": " + type.text());
            }
            boolean related = maker.equals("relationship")
                    || maker.equals("Relationship")
                    || maker.startsWith("ManyToMany")
                    || maker.equals("GenericRelation");
            boolean mapped = type != null && type.text().startsWith("Mapped[");
            if (!related && (mapped || COLUMN_MAKERS.contains(maker) || maker.endsWith("Field") || type != null)) {
                columns++;
            }
        }
    }
}
