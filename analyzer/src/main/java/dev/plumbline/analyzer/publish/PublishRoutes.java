package dev.plumbline.analyzer.publish;

import dev.plumbline.analyzer.standard.BindingFile;
import dev.plumbline.analyzer.standard.CompiledStandard;
import dev.plumbline.analyzer.standard.StandardProblem;
import dev.plumbline.analyzer.standard.StandardRefused;
import dev.plumbline.http.Access;
import dev.plumbline.http.Call;
import dev.plumbline.http.Problem;
import dev.plumbline.http.Reply;
import dev.plumbline.http.Route;
import dev.plumbline.model.standard.Binding;
import dev.plumbline.model.standard.Standard;
import dev.plumbline.model.standard.StandardId;
import dev.plumbline.model.standard.StandardPublished;
import dev.plumbline.model.standard.Version;
import dev.plumbline.model.wire.Codec;
import dev.plumbline.model.wire.Topic;
import dev.plumbline.model.wire.UndecodableException;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.apache.kafka.common.KafkaException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// How an administrator publishes under the name in the path, and withdraws: a standard in its canonical
/// JSON, a binding in that or in YAML. (A standard in YAML is compiled together with its persona, on the
/// command line.)
public final class PublishRoutes {
    private static final Logger LOG = LoggerFactory.getLogger(PublishRoutes.class);
    private final StandardsPublisher publisher;

    private PublishRoutes(StandardsPublisher publisher) {
        this.publisher = publisher;
    }

    public static List<Route> of(StandardsPublisher publisher) {
        var routes = new PublishRoutes(publisher);
        return List.of(
                Route.put("/api/v1/standards/{id}/{version}", Access.ADMIN, routes::standard),
                Route.put("/api/v1/standards/{owner}/{id}/{version}", Access.ADMIN, routes::ownedStandard),
                Route.put("/api/v1/bindings/{id}", Access.ADMIN, routes::binding),
                Route.delete(
                        "/api/v1/standards/{id}/{version}",
                        Access.ADMIN,
                        call -> routes.withdrawn(call, call.path("id"))),
                Route.delete(
                        "/api/v1/standards/{owner}/{id}/{version}",
                        Access.ADMIN,
                        call -> routes.withdrawn(call, call.path("owner") + "/" + call.path("id"))),
                Route.delete("/api/v1/bindings/{id}", Access.ADMIN, routes::unbound));
    }

    private Reply standard(Call call) {
        return standard(call, call.path("id"));
    }

    private Reply ownedStandard(Call call) {
        return standard(call, call.path("owner") + "/" + call.path("id"));
    }

    private Reply standard(Call call, String id) {
        var standard = read(call, Codec.STANDARD);
        named(id + " " + call.path("version"), standard.id() + " " + standard.version());
        compiled(standard);
        var result = onLog(() -> publisher.publish(standard, call.principal().name()));
        return switch (result) {
            case PUBLISHED -> {
                LOG.info("{} published {}@{}.", call.principal().name(), standard.id(), standard.version());
                yield Reply.json(201, Codec.STANDARD.encode(standard));
            }
            case UNCHANGED -> Reply.json(200, Codec.STANDARD.encode(standard));
            case REFUSED ->
                throw Problem.of(
                                409,
                                "version-taken",
                                "Version taken",
                                standard.id() + "@" + standard.version()
                                        + " is published with another content, and what is published never changes.")
                        .with("fix", "Publish it under a new version.");
        };
    }

    private Reply binding(Call call) {
        var binding = call.contentType().contains("yaml") ? bindingOfYaml(call) : read(call, Codec.BINDING);
        named(call.path("id"), binding.id());
        var holds = onLog(() -> {
            try {
                return publisher.publish(binding, call.principal().name());
            } catch (StandardRefused e) {
                throw refused("binding-refused", "Binding refused", e);
            }
        });
        LOG.info("{} published binding {}, revision {}.", call.principal().name(), holds.id(), holds.revision());
        return Reply.json(200, Codec.BINDING.encode(holds));
    }

    private Reply withdrawn(Call call, String id) {
        var standard = named(() -> new StandardId(id));
        var version = named(() -> Version.parse(call.path("version")));
        return gone(
                call,
                standard + "@" + version,
                onLog(() ->
                        publisher.withdraw(standard, version, call.principal().name())));
    }

    private Reply unbound(Call call) {
        String id = call.path("id");
        return gone(
                call,
                "binding " + id,
                onLog(() -> publisher.withdraw(id, call.principal().name())));
    }

    private static Reply gone(Call call, String name, StandardsPublisher.Gone gone) {
        return switch (gone) {
            case WITHDRAWN -> {
                LOG.info("{} withdrew {}.", call.principal().name(), name);
                yield Reply.empty(204);
            }
            case ALREADY -> Reply.empty(204);
            case UNKNOWN ->
                throw Problem.of(404, "not-published", "Not published", "There is no " + name + " to withdraw.");
        };
    }

    private static <T> T named(Supplier<T> name) {
        try {
            return name.get();
        } catch (IllegalArgumentException e) {
            throw Problem.of(422, "unreadable", "Not readable", e.getMessage() == null ? "" : e.getMessage());
        }
    }

    private static Binding bindingOfYaml(Call call) {
        try {
            return BindingFile.read(call.body(Topic.MAX_RECORD_BYTES), call.path("id") + ".yaml");
        } catch (StandardRefused e) {
            throw refused("binding-refused", "Binding refused", e);
        }
    }

    private static <T> T read(Call call, Codec<T> codec) {
        try {
            return codec.decode(call.body(Topic.MAX_RECORD_BYTES));
        } catch (UndecodableException e) {
            throw Problem.of(422, "unreadable", "Not readable", e.getMessage() == null ? "" : e.getMessage())
                    .with("fix", "Publish it with `plumbline standards publish`.");
        }
    }

    private static void named(String path, String content) {
        if (!path.equals(content)) {
            throw Problem.of(
                    422,
                    "name-differs",
                    "Name differs",
                    "The path names «" + path + "», the content «" + content + "»; they must be the same.");
        }
    }

    private static void compiled(Standard standard) {
        try {
            CompiledStandard.compile(
                    new StandardPublished(standard, Codec.STANDARD.digest(standard), Instant.EPOCH, "check"));
        } catch (StandardRefused e) {
            throw refused("standard-refused", "Standard refused", e);
        }
    }

    private static Problem refused(String slug, String title, StandardRefused why) {
        return Problem.of(
                422,
                slug,
                title,
                why.problems().stream().map(StandardProblem::toString).collect(Collectors.joining("; ")));
    }

    private interface Publishing<T> {
        T publish();
    }

    private static <T> T onLog(Publishing<T> publishing) {
        try {
            return publishing.publish();
        } catch (KafkaException e) {
            LOG.warn("A publication failed, because the log does not answer.", e);
            throw Problem.unavailable("The log does not answer; nothing was published.");
        }
    }
}
