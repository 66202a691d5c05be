package dev.plumbline.ingest.report.format.findings;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// Where in a JSON report its entries are. Paths begin at the root, `*` is an item of a list, `{}` any
/// field of an object: `/files/*/offenses/*`. They are kept as a tree, so that a reader asks for the next
/// name only.
public final class JsonLayout {
    /// Stands for the name of the field `{}` under which an object lies.
    public static final String FIELD_NAME = "@name";

    private final Node root = new Node("");
    private final int size;

    /// What an object of a report is.
    public enum Role {
        /// the whole report
        ROOT,
        /// a file with entries of its own
        FILE,
        /// something else that entries share, such as a rule
        GROUP,
        FINDING,
        /// a finding that somebody suppressed, in a list of its own
        SUPPRESSED,
        /// an error of the tool itself
        ERROR,
        /// a rule that the report says was run
        RULE,
        /// a rule, with whether it was run in `Enabled`
        CHOSEN_RULE
    }

    /// @param roles what the objects at these paths are
    /// @param values paths of values inside of objects, of whatever role
    public JsonLayout(Map<String, Role> roles, List<String> values) {
        var all = new HashMap<>(roles);
        all.putIfAbsent("", Role.ROOT);
        all.forEach((path, role) -> at(path).role = role);
        for (String path : all.keySet()) {
            Node object = at(path);
            for (String value : values) {
                Node below = object;
                for (String name : value.split("/")) {
                    below = below.made(name);
                }
                below.wanted = true;
            }
        }
        size = root.settle("", 0);
        for (Map.Entry<String, Role> role : roles.entrySet()) {
            if (role.getValue() == Role.FINDING) {
                list(role.getKey()).list = true;
            }
        }
    }

    Node root() {
        return root;
    }

    /// {@return how many nodes there are}
    int size() {
        return size;
    }

    /// {@return the paths of the lists of which a report must have one}
    public String lists() {
        var names = new TreeSet<String>();
        root.lists("", names);
        return "«" + String.join("» or «", names) + "»";
    }

    private Node at(String path) {
        Node node = root;
        for (String name : names(path)) {
            node = node.made(name);
        }
        return node;
    }

    /// The first list, or object of any fields, on the way to an entry.
    private Node list(String path) {
        Node node = root;
        for (String name : names(path)) {
            if (name.equals("*") || name.equals("{}")) {
                return node;
            }
            node = node.made(name);
        }
        return node;
    }

    private static List<String> names(String path) {
        return path.isEmpty() ? List.of() : List.of(path.substring(1).split("/"));
    }

    /// A value that is read, or on the way to one.
    static final class Node {
        private final String name;
        private final Map<String, Node> fields = new HashMap<>();
        private @Nullable Node item;
        private @Nullable Node any;
        private @Nullable Role role;
        private boolean list;
        private boolean wanted;
        private String key = "";
        private int number;

        private Node(String name) {
            this.name = name;
        }

        private Node made(String below) {
            if (below.equals("*")) {
                item = item == null ? new Node(below) : item;
                return item;
            }
            if (below.equals("{}")) {
                any = any == null ? new Node(below) : any;
                return any;
            }
            return fields.computeIfAbsent(below, Node::new);
        }

        /// {@return the number behind those of all nodes below}
        private int settle(String path, int first) {
            number = first;
            // the very text that a table has for it, so that a row sees at once that they are equal
            key = role == null ? path.intern() : "";
            String before = role != null || path.isEmpty() ? "" : path + "/";
            int behind = first + 1;
            for (Node node : below()) {
                behind = node.settle(before + node.name, behind);
            }
            return behind;
        }

        private List<Node> below() {
            var nodes = new ArrayList<>(fields.values());
            if (item != null) {
                nodes.add(item);
            }
            if (any != null) {
                nodes.add(any);
            }
            return nodes;
        }

        private void lists(String path, Set<String> names) {
            if (list) {
                names.add(path.isEmpty() ? "[…]" : path);
            }
            below().forEach(node -> node.lists(path.isEmpty() ? node.name : path + "/" + node.name, names));
        }

        /// What is below a field of this name; null where nothing of it is read.
        @Nullable
        Node field(String below) {
            Node own = fields.get(below);
            return own == null ? any : own;
        }

        @Nullable
        Node item() {
            return item;
        }

        @Nullable
        Node any() {
            return any;
        }

        @Nullable
        Role role() {
            return role;
        }

        /// Whether a list lies here of which the report must have at least one, else it is not what it
        /// should be.
        boolean list() {
            return list;
        }

        /// Whether a value here is read.
        boolean wanted() {
            return wanted || role != null;
        }

        /// {@return its number in the layout}
        int number() {
            return number;
        }

        /// Whether nothing but a value is read here.
        boolean value() {
            return wanted && role == null && item == null && any == null && fields.isEmpty();
        }

        /// {@return the path from the object to which the value belongs}
        String key() {
            return key;
        }

        String name() {
            return name;
        }
    }
}
