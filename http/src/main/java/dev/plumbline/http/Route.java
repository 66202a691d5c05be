package dev.plumbline.http;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// One line of the route table.
///
/// @param template segments, of which `{name}` takes one and `{name...}`, only as a whole tail, takes all the rest;
///     text around braces within one segment must match, as in `{name}.svg`
public record Route(Method method, String template, Access access, Action action) {
    private static final Pattern VARIABLE = Pattern.compile("\\{([a-zA-Z]+)(\\.\\.\\.)?}");

    public static Route get(String template, Access access, Action action) {
        return new Route(Method.GET, template, access, action);
    }

    public static Route post(String template, Access access, Action action) {
        return new Route(Method.POST, template, access, action);
    }

    public static Route put(String template, Access access, Action action) {
        return new Route(Method.PUT, template, access, action);
    }

    public static Route delete(String template, Access access, Action action) {
        return new Route(Method.DELETE, template, access, action);
    }

    Compiled compiled() {
        var names = new ArrayList<String>();
        var pattern = new StringBuilder();
        var matcher = VARIABLE.matcher(template);
        int end = 0;
        while (matcher.find()) {
            pattern.append(Pattern.quote(template.substring(end, matcher.start())));
            pattern.append(matcher.group(2) == null ? "([^/]+)" : "(.+)");
            names.add(matcher.group(1));
            end = matcher.end();
        }
        pattern.append(Pattern.quote(template.substring(end)));
        return new Compiled(this, Pattern.compile(pattern.toString()), List.copyOf(names));
    }

    /// A route with its template made ready for matching.
    record Compiled(Route route, Pattern pattern, List<String> names) {
        Optional<Map<String, String>> match(String path) {
            var matcher = pattern.matcher(path);
            if (!matcher.matches()) {
                return Optional.empty();
            }
            var values = new LinkedHashMap<String, String>();
            for (int i = 0; i < names.size(); i++) {
                values.put(names.get(i), matcher.group(i + 1));
            }
            return Optional.of(values);
        }

        /// Literal routes are tried before those with variables.
        int variables() {
            return names.size();
        }
    }
}
