package dev.plumbline.reporter.decide;

import dev.plumbline.http.Access;
import dev.plumbline.http.Call;
import dev.plumbline.http.Problem;
import dev.plumbline.http.Reply;
import dev.plumbline.http.Route;
import dev.plumbline.model.build.RepositoryId;
import dev.plumbline.model.catalog.CatalogEntry;
import dev.plumbline.model.wire.Codec;
import dev.plumbline.model.wire.UndecodableException;
import dev.plumbline.reporter.projection.Pictures;
import dev.plumbline.reporter.projection.RepositoryState;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// `PUT /api/v1/catalog/{id}`: says who owns a repository, whole; what the body leaves out is unknown from
/// then on.
public final class CatalogRoutes {
    private static final int MAX_BYTES = 64 * 1024;
    private static final Codec<CatalogRequest> REQUEST = Codec.of(CatalogRequest.class);

    private final Pictures pictures;
    private final CatalogPublisher publisher;

    public CatalogRoutes(Pictures pictures, CatalogPublisher publisher) {
        this.pictures = pictures;
        this.publisher = publisher;
    }

    public List<Route> routes() {
        return List.of(Route.put("/api/v1/catalog/{id...}", Access.ADMIN, this::put));
    }

    private Reply put(Call call) {
        CatalogEntry entry = entry(call);
        refuseAlias(entry);
        refuseTaken(entry);
        publisher.publish(entry, call.principal().name(), pictures.instant());
        return Reply.json(200, Codec.CATALOG_ENTRY.encode(entry));
    }

    private static CatalogEntry entry(Call call) {
        RepositoryId id;
        try {
            id = new RepositoryId(call.path("id"));
        } catch (IllegalArgumentException e) {
            throw Problem.badRequest(e.getMessage() + ".");
        }
        try {
            return REQUEST.decode(call.body(MAX_BYTES)).entry(id);
        } catch (UndecodableException e) {
            throw refused(Refusals.plain(e));
        } catch (IllegalArgumentException e) {
            throw refused(Refusals.plain(e));
        }
    }

    /// What is said of an alias would be said of nobody: everything about the repository is kept under its
    /// first id.
    private void refuseAlias(CatalogEntry entry) {
        String id = entry.repository().value();
        pictures.now()
                .find(id)
                .filter(other -> !other.id().equals(entry.repository()))
                .ifPresent(other -> {
                    throw Problem.of(
                                    409,
                                    "alias",
                                    "An alias",
                                    "«" + id + "» is another id of " + other.id()
                                            + ", under which everything about the repository is kept.")
                            .with("repository", other.id().value())
                            .with("fix", "Send PUT /api/v1/catalog/" + other.id());
                });
    }

    /// A name that another repository holds would make two answer to it. One that only uploads brought may
    /// be moved: people go before them.
    private void refuseTaken(CatalogEntry entry) {
        Stream.concat(Stream.of(entry.name().value()), entry.aliases().stream())
                .forEach(name -> pictures.now().repositories().values().stream()
                        .filter(other -> !other.id().equals(entry.repository()) && other.holds(name))
                        .min(Comparator.comparing(RepositoryState::id))
                        .ifPresent(other -> {
                            throw Problem.of(
                                            409,
                                            "name-taken",
                                            "Name taken",
                                            "«" + name + "» is a name of " + other.id() + ".")
                                    .with("repository", other.id().value())
                                    .with(
                                            "fix",
                                            "If it is the same repository, send PUT /api/v1/catalog/" + other.id()
                                                    + "; else take the name from its entry first.");
                        }));
    }

    private static Problem refused(String why) {
        return Problem.of(422, "catalog-entry-refused", "Catalog entry refused", why + ".")
                .with(
                        "fix",
                        "Send {\"name\": \"owner/name\", \"parts\": [{\"component\": \".\", \"team\": \"payments\"}]}.");
    }
}
