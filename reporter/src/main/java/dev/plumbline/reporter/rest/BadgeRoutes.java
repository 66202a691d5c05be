package dev.plumbline.reporter.rest;

import dev.plumbline.http.Access;
import dev.plumbline.http.Call;
import dev.plumbline.http.Reply;
import dev.plumbline.http.Route;
import dev.plumbline.model.score.Score;
import dev.plumbline.model.standard.Level;
import dev.plumbline.reporter.projection.Pictures;
import dev.plumbline.reporter.projection.ReadModel;
import dev.plumbline.reporter.projection.Standing;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Badges: an SVG of our own, and the JSON that shields.io's endpoint badge reads. What is unknown is grey, never red.
///
/// @see <a href="https://shields.io/badges/endpoint-badge">endpoint badge</a>
public final class BadgeRoutes {
    private static final String LABEL = "plumbline";
    private static final int CACHE_SECONDS = 300;

    private final Pictures pictures;

    public BadgeRoutes(Pictures pictures) {
        this.pictures = pictures;
    }

    public List<Route> routes() {
        return List.of(
                Route.get("/badges/{name...}.svg", Access.VIEW, this::svg),
                Route.get("/badges/{name...}.json", Access.VIEW, this::json));
    }

    record Endpoint(int schemaVersion, String label, String message, String color, boolean isError, int cacheSeconds) {}

    /// @param shields a name of shields.io's palette
    /// @param fill the same for our own drawing, dark enough for white text on it
    private record Badge(String message, String shields, String fill) {}

    private Reply json(Call call) {
        Badge badge = badge(call);
        return Answers.json(new Endpoint(1, LABEL, badge.message(), badge.shields(), false, CACHE_SECONDS))
                .header("Cache-Control", "max-age=" + CACHE_SECONDS);
    }

    private Reply svg(Call call) {
        return Reply.bytes(200, "image/svg+xml", draw(badge(call)).getBytes(StandardCharsets.UTF_8))
                .header("Content-Security-Policy", "default-src 'none'")
                .header("Cache-Control", "max-age=" + CACHE_SECONDS);
    }

    /// A badge of a repository that nobody knows says so too: a picture in somebody's README must not break.
    private Badge badge(Call call) {
        ReadModel model = pictures.now();
        return Optional.of(call.path("name"))
                .flatMap(model::find)
                .map(repository -> badge(repository.standing()))
                .orElse(new Badge("unknown", "lightgrey", "#6b6f76"));
    }

    private static Badge badge(Standing standing) {
        Level level = standing.level();
        return switch (standing.score()) {
            case Score.Unknown _ -> new Badge("unknown", "lightgrey", "#6b6f76");
            case Score.Known(int basisPoints) -> {
                String score = "%d.%d %%".formatted(basisPoints / 100, basisPoints / 10 % 10);
                String word =
                        level == null || level == Level.NONE ? "" : level.name().toLowerCase(Locale.ROOT) + " · ";
                yield colour(word + score, basisPoints);
            }
        };
    }

    private static Badge colour(String message, int basisPoints) {
        if (basisPoints >= 9_000) {
            return new Badge(message, "brightgreen", "#20693f");
        }
        if (basisPoints >= 7_500) {
            return new Badge(message, "yellowgreen", "#5c6b1a");
        }
        return basisPoints >= 5_000 ? new Badge(message, "orange", "#96540f") : new Badge(message, "red", "#a32a22");
    }

    /// The message is made of our own words and digits: nothing to escape.
    private static String draw(Badge badge) {
        int left = 68;
        int right = 14 + Math.round(badge.message().length() * 6.6f);
        int width = left + right;
        return """
                <svg xmlns="http://www.w3.org/2000/svg" width="%d" height="20" role="img" aria-label="%s: %s">\
                <title>%s: %s</title>\
                <clipPath id="r"><rect width="%d" height="20" rx="3"/></clipPath>\
                <g clip-path="url(#r)"><rect width="%d" height="20" fill="#22303a"/>\
                <rect x="%d" width="%d" height="20" fill="%s"/></g>\
                <g fill="#fff" text-anchor="middle" font-family="Verdana,DejaVu Sans,sans-serif" font-size="11">\
                <text x="%d" y="14" textLength="54">%s</text><text x="%d" y="14" textLength="%d">%s</text></g></svg>
                """.formatted(
                        width,
                        LABEL,
                        badge.message(),
                        LABEL,
                        badge.message(),
                        width,
                        width,
                        left,
                        right,
                        badge.fill(),
                        left / 2,
                        LABEL,
                        left + right / 2,
                        right - 12,
                        badge.message());
    }
}
