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

/// The body of a GitLab webhook or system hook (definition:
/// [Webhook events](https://docs.gitlab.com/user/project/integrations/webhook_events/)): it says in `object_kind` what
/// the event is about; a system hook says so in `event_name`.
final class GitlabWebhookReader implements EventReader {
    private static final Set<String> ABOUT = Set.of(
            "project",
            "project_id",
            "group",
            "group_id",
            "user",
            "user_id",
            "username",
            "object_attributes",
            "path",
            "key");

    @Override
    public Format format() {
        return new Format("gitlab-webhook");
    }

    @Override
    public String title() {
        return "a GitLab webhook";
    }

    @Override
    public FormatPage page() {
        return new FormatPage(
                "GitLab",
                "all events, system hooks too",
                "nothing: it is an event, no report",
                "everything",
                "https://docs.gitlab.com/user/project/integrations/webhook_events/");
    }

    @Override
    public Recognition recognise(Head head, Declared declared) {
        if (!(head.shape() instanceof Shape.JsonObject object)) {
            return Recognition.apart("it is a JSON object");
        }
        boolean named =
                object.texts().containsKey("object_kind") || object.texts().containsKey("event_name");
        return named && body(object.fields())
                ? Recognition.MATCH
                : new Recognition.Mismatch("it has an object_kind and a project, here it has not", 2);
    }

    private static boolean body(Set<String> fields) {
        boolean named = fields.contains("object_kind") || fields.contains("event_name");
        return named && ABOUT.stream().anyMatch(fields::contains);
    }

    @Override
    public Reading read(ReportInput input, Head head, Allowance allowance) throws IOException {
        var fields = new HashSet<String>();
        try (var json = Json.open(input.content(), allowance)) {
            json.object("the event", fields::add);
            json.end();
            if (!body(fields)) {
                throw json.wrong(
                        "The event does not say in object_kind or event_name what it is, or is about nothing.");
            }
            return event(input, json, "GitLab", null);
        }
    }
}
