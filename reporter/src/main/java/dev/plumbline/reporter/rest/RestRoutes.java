package dev.plumbline.reporter.rest;

import dev.plumbline.http.Access;
import dev.plumbline.http.Call;
import dev.plumbline.http.Problem;
import dev.plumbline.http.Reply;
import dev.plumbline.http.Route;
import dev.plumbline.model.build.BuildId;
import dev.plumbline.model.score.BuildScored;
import dev.plumbline.model.score.Cause;
import dev.plumbline.model.score.Change;
import dev.plumbline.model.score.Outcome;
import dev.plumbline.model.score.Scorecard;
import dev.plumbline.model.standard.Level;
import dev.plumbline.model.standard.Rule;
import dev.plumbline.model.standard.StandardId;
import dev.plumbline.model.standard.StandardPublished;
import dev.plumbline.model.standard.StandardRef;
import dev.plumbline.model.standard.Version;
import dev.plumbline.model.wire.Codec;
import dev.plumbline.reporter.projection.ComponentState;
import dev.plumbline.reporter.projection.Excuses;
import dev.plumbline.reporter.projection.Kept;
import dev.plumbline.reporter.projection.OutcomeCounts;
import dev.plumbline.reporter.projection.Overview;
import dev.plumbline.reporter.projection.Pictures;
import dev.plumbline.reporter.projection.PublishedStandards;
import dev.plumbline.reporter.projection.ReadModel;
import dev.plumbline.reporter.projection.RepositoryState;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/// The reading routes of the API. Each answers from one picture.
public final class RestRoutes {
    private final Pictures pictures;
    private final EventStream events;

    public RestRoutes(Pictures pictures, EventStream events) {
        this.pictures = pictures;
        this.events = events;
    }

    public List<Route> routes() {
        return List.of(
                Route.get("/api/v1/overview", Access.VIEW, _ -> overview()),
                Route.get("/api/v1/teams", Access.VIEW, _ -> teams()),
                Route.get("/api/v1/repositories", Access.VIEW, this::repositories),
                Route.get("/api/v1/repositories/{name...}", Access.VIEW, this::repository),
                Route.get("/api/v1/builds/{id}", Access.VIEW, this::build),
                Route.get("/api/v1/scorecards", Access.VIEW, this::scorecards),
                Route.get("/api/v1/changes", Access.VIEW, this::changes),
                Route.get("/api/v1/standards", Access.VIEW, this::standards),
                Route.get("/api/v1/standards/{id}/{version}", Access.VIEW, call -> standard(call, call.path("id"))),
                Route.get(
                        "/api/v1/standards/{owner}/{id}/{version}",
                        Access.VIEW,
                        call -> standard(call, call.path("owner") + "/" + call.path("id"))),
                Route.get("/api/v1/rules", Access.VIEW, this::rules),
                Route.get("/api/v1/stream", Access.VIEW, _ -> events.open()));
    }

    private Reply overview() {
        ReadModel model = pictures.now();
        return Answers.json(OverviewView.of(pictures.overview(model), model));
    }

    /// The list of teams, whole: an organisation has hundreds of them at most.
    record Teams(List<OverviewView.TeamView> items) {}

    private Reply teams() {
        return Answers.json(new Teams(pictures.overview(pictures.now()).teams().stream()
                .map(OverviewView.TeamView::of)
                .toList()));
    }

    private Reply repositories(Call call) {
        Optional<String> team = call.query("team");
        Optional<Level> level = call.query("level").map(text -> word(Level.class, "level", text));
        List<Overview.Row> rows = pictures.overview(pictures.now()).rows().stream()
                .filter(row -> team.isEmpty() || row.repository().teams().contains(team.get()))
                .filter(row -> level.isEmpty() || row.standing().level() == level.get())
                .toList();
        return Answers.json(Page.of(call, rows, RestRoutes::key, RepositoryView.Row::of));
    }

    private Reply repository(Call call) {
        ReadModel model = pictures.now();
        RepositoryState repository = find(model, call.path("name"));
        return Answers.json(RepositoryView.of(pictures.row(repository), model));
    }

    private Reply build(Call call) {
        ReadModel model = pictures.now();
        return pictures.build(model, buildId(call.path("id")))
                .map(scored -> Answers.json(BuildView.of(scored, model)))
                .orElseThrow(() -> Problem.notFound("There is no build " + call.path("id")
                        + ", or it is older than what is remembered of its repository."));
    }

    /// One newest scorecard, and whose it is.
    record ScorecardRow(BuildView.Identity build, String team, String asOf, ScorecardView scorecard) {}

    private record Card(RepositoryState repository, ComponentState component, Kept.Card card) {
        String key() {
            return repository.name() + "\n" + repository.id() + "\n" + component.component() + "\n"
                    + card.standard().id();
        }

        String team() {
            return repository.team(component.component());
        }
    }

    private Reply scorecards(Call call) {
        ReadModel model = pictures.now();
        Optional<String> team = call.query("team");
        Optional<String> standard = call.query("standard");
        Optional<RepositoryState> repository = call.query("repository").map(name -> find(model, name));
        List<Card> cards = repository
                .map(Stream::of)
                .orElseGet(() -> model.repositories().values().stream())
                .flatMap(RestRoutes::cards)
                .filter(card -> team.isEmpty() || card.team().equals(team.get()))
                .filter(card -> standard.isEmpty()
                        || card.card().standard().id().value().equals(standard.get()))
                .toList();
        return Answers.json(Page.of(call, cards, Card::key, card -> row(card, model)));
    }

    private static Stream<Card> cards(RepositoryState repository) {
        return repository.components().values().stream()
                .flatMap(component -> component.cards().stream().map(card -> new Card(repository, component, card)));
    }

    private static ScorecardRow row(Card card, ReadModel model) {
        var latest = card.component().latest();
        if (latest == null) {
            throw new IllegalStateException("A component with scorecards must have a newest build; "
                    + card.repository().id() + " has none.");
        }
        BuildScored whole = latest.whole();
        Scorecard texts = whole.scorecards().stream()
                .filter(one -> one.standard().equals(card.card().standard()))
                .findFirst()
                .orElseThrow();
        return new ScorecardRow(
                BuildView.Identity.of(whole.build()),
                card.team(),
                whole.provenance().asOf().toString(),
                ScorecardView.of(texts, model.standards(), Excuses.of(whole, model.decisions())));
    }

    /// With `repository`, the changes kept of it; with `open=true`, every open regression; else the
    /// organisation's last.
    private Reply changes(Call call) {
        ReadModel model = pictures.now();
        boolean open = call.query("open").map("true"::equals).orElse(false);
        Optional<RepositoryState> repository = call.query("repository").map(name -> find(model, name));
        Optional<Change.Direction> direction =
                call.query("direction").map(text -> word(Change.Direction.class, "direction", text));
        Optional<Cause> cause = call.query("cause").map(text -> word(Cause.class, "cause", text));
        Optional<String> team = call.query("team");
        List<Change> source = repository
                .map(one -> open ? one.openRegressions() : one.changes())
                .orElseGet(() -> open ? model.openRegressions() : model.recent());
        List<Change> changes = source.stream()
                .filter(change -> direction.isEmpty() || change.direction() == direction.get())
                .filter(change -> cause.isEmpty() || change.cause() == cause.get())
                .filter(change -> team.isEmpty() || team(model, change).equals(team.get()))
                .toList();
        return Answers.json(Page.of(call, changes, RestRoutes::newestFirst, change -> ChangeView.of(change, model)));
    }

    private Reply standards(Call call) {
        ReadModel model = pictures.now();
        var rescorings = RescoringView.all(pictures, model);
        return Answers.json(Page.of(
                call,
                List.copyOf(model.standards().standards().values()),
                published -> key(published.ref()),
                published -> StandardsView.Standard.of(published, model.standards(), rescorings)));
    }

    private record StandardRule(StandardPublished published, Rule rule) {}

    private Reply rules(Call call) {
        ReadModel model = pictures.now();
        Optional<String> standard = call.query("standard");
        Optional<String> version = call.query("version");
        OutcomeCounts counts = OutcomeCounts.of(model);
        List<StandardRule> rules = model.standards().standards().values().stream()
                .filter(one -> standard.isEmpty() || one.ref().id().value().equals(standard.get()))
                .filter(one ->
                        version.isEmpty() || one.ref().version().toString().equals(version.get()))
                .flatMap(one -> one.standard().rules().stream().map(rule -> new StandardRule(one, rule)))
                .toList();
        return Answers.json(Page.of(
                call,
                rules,
                rule -> key(rule.published().ref()) + "\n" + rule.rule().id(),
                rule -> StandardsView.RuleRow.of(
                        rule.published(),
                        rule.rule(),
                        words(counts.of(
                                rule.published().standard().id(), rule.rule().id())))));
    }

    private static Map<String, Integer> words(Map<Outcome.Word, Integer> counts) {
        var words = new TreeMap<String, Integer>();
        counts.forEach((word, count) -> words.put(word.name(), count));
        return words;
    }

    /// {@return the repository, or throws the problem that says what else to try}
    public static RepositoryState find(ReadModel model, String name) {
        return model.find(name)
                .orElseThrow(() -> Problem.notFound("No build and no catalog entry has named a repository «" + name
                        + "»; /api/v1/repositories lists those that are known."));
    }

    public static BuildId buildId(String text) {
        try {
            return new BuildId(text);
        } catch (IllegalArgumentException e) {
            throw Problem.badRequest(e.getMessage() + ".");
        }
    }

    private static String team(ReadModel model, Change change) {
        return ChangeView.of(change, model).team();
    }

    private static String key(Overview.Row row) {
        return row.repository().name() + "\n" + row.repository().id();
    }

    private static String key(StandardRef ref) {
        return "%s\n%06d.%06d.%06d"
                .formatted(
                        ref.id(),
                        ref.version().major(),
                        ref.version().minor(),
                        ref.version().patch());
    }

    /// The canonical JSON whose digest scorecards are pinned to.
    private Reply standard(Call call, String id) {
        try {
            var name = new PublishedStandards.Name(new StandardId(id), Version.parse(call.path("version")));
            var published = pictures.now().standards().standards().get(name);
            if (published == null) {
                throw Problem.notFound("No standard " + id + " is published in version " + call.path("version")
                        + "; /api/v1/standards lists those that are.");
            }
            return Reply.json(200, Codec.STANDARD.encode(published.standard()))
                    .header("ETag", "\"" + published.digest().value() + "\"");
        } catch (IllegalArgumentException e) {
            throw Problem.badRequest(e.getMessage() + ".");
        }
    }

    private static String newestFirst(Change change) {
        return "%019d\n%s"
                .formatted(
                        Long.MAX_VALUE - change.recordedAt().toEpochMilli(),
                        change.id().value());
    }

    private static <E extends Enum<E>> E word(Class<E> type, String parameter, String text) {
        return Arrays.stream(type.getEnumConstants())
                .filter(value -> value.name().equals(text.toUpperCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> Problem.badRequest("Query parameter «" + parameter + "» must be one of "
                                + Arrays.toString(type.getEnumConstants()) + ".")
                        .with("parameter", parameter));
    }
}
