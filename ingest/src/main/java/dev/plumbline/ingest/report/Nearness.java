package dev.plumbline.ingest.report;

import dev.plumbline.ingest.report.Detection.Near;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Which known formats an unknown file resembles most: those of its syntax, and among them those that speak of names
/// which
/// the file has too, or nearly.
///
/// @param names elements, attributes or fields at the beginning of the file, in lower case
/// @param strange ends of the names of formats that are of another syntax
record Nearness(Set<String> names, Set<String> strange) {
    private static final int SHOWN = 3;
    private static final int ALIKE_CHARS = 4;
    private static final Pattern WORD = Pattern.compile("[A-Za-z_$][A-Za-z0-9_$-]{2,60}");

    static Nearness of(Head head) {
        var names = new HashSet<String>();
        switch (head.shape()) {
            case Shape.Xml xml -> {
                names.add(xml.root());
                names.addAll(xml.attributes().keySet());
            }
            case Shape.JsonObject object -> names.addAll(object.fields());
            case Shape.JsonArray array -> names.addAll(array.itemFields());
            case Shape.Text _, Shape.Empty _, Shape.Binary _ -> {
                // no names
            }
        }
        return new Nearness(
                names.stream().map(name -> name.toLowerCase(Locale.ROOT)).collect(Collectors.toSet()),
                switch (head.shape()) {
                    case Shape.Xml _ -> Set.of("-json", "-jsonl", "-text", "-csv", "-yaml");
                    case Shape.JsonObject _, Shape.JsonArray _ -> Set.of("-xml", "-text", "-csv", "-yaml");
                    case Shape.Text _, Shape.Empty _, Shape.Binary _ -> Set.of();
                });
    }

    String nearest(List<Near> near) {
        return near.stream()
                .sorted(Comparator.comparingInt((Near it) -> distance(it))
                        .thenComparingInt(it -> -likeness(it.mismatch().why()))
                        .thenComparing(it -> it.reader().format()))
                .limit(SHOWN)
                .map(it -> it.reader().format() + " (" + it.mismatch().why() + ")")
                .collect(Collectors.joining("; "));
    }

    /// The name of most formats says their syntax.
    private int distance(Near near) {
        String format = near.reader().format().toString();
        boolean other = strange.stream().anyMatch(format::endsWith);
        return near.mismatch().distance() + (other ? 3 : 0);
    }

    /// What a reader expects stands before «, here …», what the file has behind it.
    private int likeness(String why) {
        int here = why.indexOf(", here ");
        var expected = WORD.matcher(here < 0 ? why : why.substring(0, here).toLowerCase(Locale.ROOT));
        return expected.results()
                .map(MatchResult::group)
                .distinct()
                .mapToInt(this::likenessOf)
                .sum();
    }

    private int likenessOf(String expected) {
        if (names.contains(expected)) {
            return 2;
        }
        boolean nearly = names.stream()
                .anyMatch(name -> name.length() >= ALIKE_CHARS
                        && expected.length() >= ALIKE_CHARS
                        && (expected.contains(name) || name.contains(expected)));
        return nearly ? 1 : 0;
    }
}
