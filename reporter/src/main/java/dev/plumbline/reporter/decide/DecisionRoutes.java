package dev.plumbline.reporter.decide;

import dev.plumbline.http.Access;
import dev.plumbline.http.Call;
import dev.plumbline.http.Principal;
import dev.plumbline.http.Problem;
import dev.plumbline.http.Reply;
import dev.plumbline.http.Route;
import dev.plumbline.model.decision.Decision;
import dev.plumbline.model.decision.DecisionId;
import dev.plumbline.model.decision.DecisionId.Sort;
import dev.plumbline.model.decision.Reach;
import dev.plumbline.model.decision.Revocation;
import dev.plumbline.model.decision.Waiver;
import dev.plumbline.model.decision.WaiverState;
import dev.plumbline.model.wire.Codec;
import dev.plumbline.model.wire.UndecodableException;
import dev.plumbline.reporter.projection.Pictures;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.Supplier;

/// Exceptions and attestations: asked for, approved, revoked, listed. Whoever asks may be anonymous on
/// loopback; whoever approves, revokes or attests is known by name, and nobody approves what they asked
/// for.
public final class DecisionRoutes {
    private static final int MAX_BYTES = 16 * 1024;
    private static final Codec<WaiverRequest> WAIVER = Codec.of(WaiverRequest.class);
    private static final Codec<AttestationRequest> ATTESTATION = Codec.of(AttestationRequest.class);
    private static final Codec<Because> BECAUSE = Codec.of(Because.class);
    private static final Codec<Listed> LISTED = Codec.of(Listed.class);
    private static final String WAIVER_FIX =
            "Send {\"standard\": \"…\", \"rules\": [\"…\"], \"reach\": \"repository:github:7\", \"reason\": \"…\","
                    + " \"until\": \"2026-12-31T00:00:00Z\"}.";
    private static final String ATTESTATION_FIX =
            "Send {\"standard\": \"…\", \"topic\": \"on-call\", \"reach\": \"repository:github:7\", \"statement\": \"…\","
                    + " \"until\": \"2027-06-30T00:00:00Z\"}.";

    private final Pictures pictures;
    private final DecisionPublisher publisher;
    private final Ulids ulids = new Ulids();

    /// Why something is taken back.
    private record Because(String reason) {}

    private record Listed(List<WaiverView> items, int total) {}

    public DecisionRoutes(Pictures pictures, DecisionPublisher publisher) {
        this.pictures = pictures;
        this.publisher = publisher;
    }

    public List<Route> routes() {
        return List.of(
                Route.get("/api/v1/waivers", Access.VIEW, this::list),
                Route.post("/api/v1/waivers", Access.ASK, this::ask),
                Route.post("/api/v1/waivers/{id}/approval", Access.APPROVE, this::approve),
                Route.post("/api/v1/waivers/{id}/revocation", Access.APPROVE, this::revoke),
                Route.post("/api/v1/attestations", Access.ASK, this::attest));
    }

    private Reply list(Call call) {
        var model = pictures.now();
        var now = pictures.instant();
        var items = model.decisions().waivers().reversed().stream()
                .map(waiver -> WaiverView.of(waiver, model, now))
                .toList();
        return Reply.json(200, LISTED.encode(new Listed(items, items.size())));
    }

    private Reply ask(Call call) {
        var now = now();
        var id = new DecisionId(Sort.WAIVER, ulids.next(now));
        var waiver = parsed(WAIVER_FIX, () -> {
            var asked = WAIVER.decode(call.body(MAX_BYTES))
                    .waiver(id, call.principal().name(), now);
            Terms.check(asked, pictures.now().standards());
            check(asked.reach());
            return asked;
        });
        return decided(201, waiver, call.principal());
    }

    private Reply approve(Call call) {
        var now = now();
        var waiver = waiver(call);
        var approver = named(call, "approves a waiver");
        switch (pictures.now().decisions().state(waiver, now)) {
            case REQUESTED -> {
                if (waiver.request().by().equals(approver.name())) {
                    throw Problem.of(
                            403,
                            "own-waiver",
                            "Somebody else must approve",
                            approver.name() + " asked for " + waiver.id() + "; somebody else must approve it.");
                }
            }
            case SCHEDULED, IN_FORCE -> throw conflict(waiver, "is approved already");
            case EXPIRED ->
                throw conflict(waiver, "has ended at " + waiver.validity().until() + "; ask for another");
            case REVOKED -> throw conflict(waiver, "was revoked; ask for another");
        }
        return decided(200, waiver.approved(approver.name(), now), approver);
    }

    private Reply revoke(Call call) {
        var now = now();
        var waiver = waiver(call);
        var by = named(call, "revokes a waiver");
        var state = pictures.now().decisions().state(waiver, now);
        if (state == WaiverState.EXPIRED || state == WaiverState.REVOKED) {
            throw conflict(waiver, "has ended already");
        }
        var revocation = parsed("Send {\"reason\": \"…\"}.", () -> {
            var reason = BECAUSE.decode(call.body(MAX_BYTES)).reason();
            return new Revocation(waiver.id(), waiver.reach(), reason, by.name(), now);
        });
        return decided(200, revocation, by);
    }

    private Reply attest(Call call) {
        var now = now();
        var by = named(call, "attests");
        var id = new DecisionId(Sort.ATTESTATION, ulids.next(now));
        var attestation = parsed(ATTESTATION_FIX, () -> {
            var said = ATTESTATION.decode(call.body(MAX_BYTES)).attestation(id, by.name(), now);
            check(said.reach());
            return said;
        });
        return decided(201, attestation, by);
    }

    /// What is decided about an alias would reach nothing: builds are judged under the first id of their
    /// repository.
    private void check(Reach reach) {
        if (reach instanceof Reach.OneRepository(var repository, var _)) {
            pictures.now()
                    .find(repository.value())
                    .filter(known -> !known.id().equals(repository))
                    .ifPresent(known -> {
                        throw new IllegalArgumentException(
                                repository + " is another id of " + known.id() + "; say repository:" + known.id());
                    });
        }
    }

    private Reply decided(int status, Decision decision, Principal by) {
        publisher.publish(decision, by.name());
        return Reply.json(status, Codec.DECISION.encode(decision));
    }

    /// In whole milliseconds, as timers are.
    private Instant now() {
        return pictures.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    private Waiver waiver(Call call) {
        String id = call.path("id");
        DecisionId parsed;
        try {
            parsed = DecisionId.parse(id);
        } catch (IllegalArgumentException e) {
            throw Problem.badRequest(e.getMessage() + ".");
        }
        if (pictures.now().decisions().find(parsed) instanceof Waiver waiver) {
            return waiver;
        }
        throw Problem.notFound("There is no waiver «" + id + "».");
    }

    private static Principal named(Call call, String does) {
        if (call.principal().equals(Principal.ANONYMOUS)) {
            throw Problem.of(
                    401, "name-needed", "A name is needed", "Whoever " + does + " is known by name; send a token.");
        }
        return call.principal();
    }

    private static Problem conflict(Waiver waiver, String why) {
        return Problem.of(409, "waiver-closed", "Not open to this", waiver.id() + " " + why + ".");
    }

    private static <T> T parsed(String fix, Supplier<T> parse) {
        try {
            return parse.get();
        } catch (UndecodableException | IllegalArgumentException e) {
            throw Problem.of(422, "decision-refused", "Decision refused", Refusals.plain(e) + ".")
                    .with("fix", fix);
        }
    }
}
