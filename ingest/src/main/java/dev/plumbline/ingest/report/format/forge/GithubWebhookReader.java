package dev.plumbline.ingest.report.format.forge;

import dev.plumbline.ingest.report.Declared;
import dev.plumbline.ingest.report.FormatPage;
import dev.plumbline.ingest.report.Head;
import dev.plumbline.ingest.report.Reading;
import dev.plumbline.ingest.report.Recognition;
import dev.plumbline.ingest.report.ReportInput;
import dev.plumbline.ingest.report.Shape;
import dev.plumbline.ingest.report.syntax.Allowance;
import dev.plumbline.ingest.report.syntax.Json;
import dev.plumbline.model.evidence.Format;
import java.io.IOException;
import java.util.HashSet;
import java.util.Set;

/// The body of a GitHub webhook (definition:
/// [Webhook events and payloads](https://docs.github.com/en/webhooks/webhook-events-and-payloads)). The event's name
/// stands in a header and not in the body; a body has a `sender`, and the repository, organisation or installation to
/// which the event belongs. Events of the marketplace, of sponsors and of advisories belong to none.
final class GithubWebhookReader implements EventReader {
    private static final Set<String> OWNERS = Set.of("repository", "organization", "installation", "enterprise");
    /// What else than a sender shows an event in a file whose end is past what is looked at.
    private static final Set<String> SUBJECTS = Set.of(
            "workflow_run", "workflow_job", "check_run", "check_suite", "pull_request", "deployment_status", "release");
    /// What belongs to an account, or to everybody.
    private static final Set<String> OWNERLESS = Set.of("marketplace_purchase", "sponsorship", "security_advisory");
    /// All that an application is told when somebody withdraws its authorisation.
    private static final Set<String> REVOKED = Set.of("action", "sender");

    @Override
    public Format format() {
        return new Format("github-webhook");
    }

    @Override
    public String title() {
        return "a GitHub webhook";
    }

    @Override
    public FormatPage page() {
        return new FormatPage(
                "GitHub",
                "all events",
                "nothing: it is an event, no report",
                "everything",
                "https://docs.github.com/en/webhooks/webhook-events-and-payloads");
    }

    @Override
    public Recognition recognise(Head head, Declared declared) {
        if (!(head.shape() instanceof Shape.JsonObject object)) {
            return Recognition.apart("it is a JSON object");
        }
        return body(object.fields())
                ? Recognition.MATCH
                : new Recognition.Mismatch(
                        "it has a sender and a repository, organization or installation, here it has not", 2);
    }

    private static boolean body(Set<String> fields) {
        boolean owned = OWNERS.stream().anyMatch(fields::contains);
        boolean sent = fields.contains("sender")
                || fields.contains("action") && SUBJECTS.stream().anyMatch(fields::contains);
        boolean ownerless = fields.equals(REVOKED)
                || fields.contains("action") && OWNERLESS.stream().anyMatch(fields::contains);
        return (owned && sent || ownerless) && !fields.contains("object_kind");
    }

    @Override
    public Reading read(ReportInput input, Head head, Allowance allowance) throws IOException {
        var fields = new HashSet<String>();
        try (var json = Json.open(input.content(), allowance)) {
            json.object("the event", fields::add);
            json.end();
            if (!body(fields)) {
                throw json.wrong("The event has no sender, or belongs to no repository, organization or installation.");
            }
            return event(input, json, "GitHub", null);
        }
    }
}
