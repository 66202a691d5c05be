package dev.plumbline.reporter.rest;

import dev.plumbline.http.Call;
import dev.plumbline.http.Problem;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// A part of a list, in the order of a key. The cursor names the key of the last item, so that items which come or go
/// between two requests neither repeat nor hide others.
///
/// @param total how many items the whole list has
/// @param next give it as `cursor` to go on; null at the end
public record Page<T>(List<T> items, int total, @Nullable String next) {
    static final int MOST = 500;
    private static final int USUAL = 100;

    /// @param key of an item, unique in the list
    static <S, T> Page<T> of(Call call, List<S> all, Function<S, String> key, Function<S, T> view) {
        int limit = call.queryInt("limit", USUAL, 1, MOST);
        String after = call.query("cursor").map(Page::decoded).orElse("");
        List<S> rest = all.stream()
                .filter(item -> key.apply(item).compareTo(after) > 0)
                .sorted(Comparator.comparing(key))
                .toList();
        List<S> items = rest.subList(0, Math.min(limit, rest.size()));
        String next = rest.size() > items.size() ? encoded(key.apply(items.getLast())) : null;
        return new Page<>(items.stream().map(view).toList(), all.size(), next);
    }

    private static String encoded(String key) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(key.getBytes(StandardCharsets.UTF_8));
    }

    private static String decoded(String cursor) {
        try {
            return new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw Problem.badRequest("Query parameter «cursor» must be what an earlier page gave as «next».")
                    .with("parameter", "cursor");
        }
    }
}
