package dev.plumbline.ingest.report.format.findings;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/// Where in a JSON report its entries are. Paths begin at the root, `*` is an item of a list, `{}` any field of an object:
/// `/files/*/offenses/*`.
///
/// @param roles what the objects at these paths are
/// @param wanted paths inside those objects whose values are read
record JsonLayout(Map<String, Role> roles, Set<String> wanted) {
    /// Stands for the name of the field `{}` under which an object lies.
    static final String FIELD_NAME = "@name";

    private static final Pattern ITEM = Pattern.compile("/(?:\\*|\\{})");

    /// What an object of a report is.
    enum Role {
        /// the whole report
        ROOT,
        /// a file with entries of its own
        FILE,
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

    /// @param values paths of values inside of objects, of whatever role
    static JsonLayout of(Map<String, Role> roles, List<String> values) {
        var all = new HashMap<>(roles);
        all.putIfAbsent("", Role.ROOT);
        var wanted = new HashSet<String>();
        for (String object : all.keySet()) {
            prefixes(object, wanted);
            for (String value : values) {
                prefixes(object + "/" + value, wanted);
            }
        }
        return new JsonLayout(Map.copyOf(all), Set.copyOf(wanted));
    }

    private static void prefixes(String path, Set<String> into) {
        for (int slash = path.length(); slash >= 0; slash = path.lastIndexOf('/', slash - 1)) {
            into.add(path.substring(0, slash));
        }
    }

    /// Whether a list lies here of which the report must have at least one, else it is not what it should be.
    boolean isList(String path) {
        return roles.entrySet().stream()
                .filter(role -> role.getValue() == Role.FINDING)
                .anyMatch(role -> outermost(role.getKey()).equals(path));
    }

    String lists() {
        return String.join(
                " or ",
                roles.entrySet().stream()
                        .filter(role -> role.getValue() == Role.FINDING)
                        .map(role -> "«" + outermost(role.getKey()).replaceFirst("\\A/", "") + "»")
                        .distinct()
                        .sorted()
                        .toList());
    }

    /// {@return the path of the first list on the way}
    private static String outermost(String path) {
        var item = ITEM.matcher(path);
        return item.find() ? path.substring(0, item.start()) : path;
    }
}
