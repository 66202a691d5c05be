package dev.plumbline.reporter.web;

import dev.plumbline.http.Access;
import dev.plumbline.http.Action;
import dev.plumbline.http.Call;
import dev.plumbline.http.Problem;
import dev.plumbline.http.Reply;
import dev.plumbline.http.Route;
import dev.plumbline.reporter.projection.Pictures;
import dev.plumbline.reporter.projection.ReadModel;
import dev.plumbline.reporter.rest.RestRoutes;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/// The pages and their files.
public final class WebRoutes {
    private static final Map<String, String> ASSETS = Map.of(
            "plumbline.css", "text/css; charset=utf-8",
            "live.js", "text/javascript; charset=utf-8",
            "icon.svg", "image/svg+xml");

    private static final Pattern HOST = Pattern.compile("[A-Za-z0-9.:\\[\\]-]{1,253}");

    private final Pictures pictures;

    public WebRoutes(Pictures pictures) {
        this.pictures = pictures;
    }

    public List<Route> routes() {
        return List.of(
                Route.get("/", Access.VIEW, page(this::overview)),
                Route.get("/repositories/{name...}", Access.VIEW, page(this::repository)),
                Route.get("/builds/{id}", Access.VIEW, page(this::build)),
                Route.get("/assets/{file}", Access.OPEN, WebRoutes::asset));
    }

    /// What the API would say as a problem, a page says as a page.
    private static Action page(Action action) {
        return call -> {
            try {
                return action.handle(call);
            } catch (Problem problem) {
                return Pages.show(problem.status(), "lost", new LostPage(problem.title(), problem.detail()));
            }
        };
    }

    private Reply overview(Call call) {
        ReadModel model = pictures.now();
        var wish = new OverviewPage.Wish(
                server(call),
                call.query("team").orElse(""),
                call.query("order").filter("score"::equals).orElse("name"),
                call.queryInt("from", 0, 0, 1_000_000));
        return Pages.show(
                200,
                "overview",
                OverviewPage.of(pictures.overview(model), model, RescoringPart.recent(pictures, model), wish));
    }

    private static String server(Call call) {
        return "http://"
                + call.header("Host")
                        .filter(host -> HOST.matcher(host).matches())
                        .orElse("127.0.0.1:8080");
    }

    private Reply repository(Call call) {
        ReadModel model = pictures.now();
        var row = pictures.row(RestRoutes.find(model, call.path("name")));
        return Pages.show(200, "repository", RepositoryPage.of(row, model, pictures.instant()));
    }

    private Reply build(Call call) {
        ReadModel model = pictures.now();
        return pictures.build(model, RestRoutes.buildId(call.path("id")))
                .map(scored -> Pages.show(200, "build", BuildPage.of(scored, model, pictures.instant())))
                .orElseThrow(() -> Problem.notFound(
                        "There is no such build, or it is older than what is remembered of its repository."));
    }

    private static Reply asset(Call call) {
        String file = call.path("file");
        String type = ASSETS.get(file);
        if (type == null) {
            throw Problem.notFound("There is no file of this name.");
        }
        try (InputStream in = WebRoutes.class.getResourceAsStream("assets/" + file)) {
            if (in == null) {
                throw new IllegalStateException("The file " + file + " must lie beside the pages; it does not.");
            }
            return Reply.bytes(200, type, in.readAllBytes()).header("Cache-Control", "max-age=300");
        } catch (IOException e) {
            throw new IllegalStateException("Reading " + file + " from our own archive must not fail.", e);
        }
    }
}
