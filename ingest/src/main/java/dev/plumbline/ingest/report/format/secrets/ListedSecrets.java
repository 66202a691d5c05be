package dev.plumbline.ingest.report.format.secrets;

import dev.plumbline.ingest.report.Declared;
import dev.plumbline.ingest.report.FormatPage;
import dev.plumbline.ingest.report.Head;
import dev.plumbline.ingest.report.Reading;
import dev.plumbline.ingest.report.Recognition;
import dev.plumbline.ingest.report.ReportInput;
import dev.plumbline.ingest.report.Shape;
import dev.plumbline.ingest.report.finding.Finding.State;
import dev.plumbline.ingest.report.finding.Severities;
import dev.plumbline.ingest.report.format.findings.JsonLayout;
import dev.plumbline.ingest.report.format.findings.JsonLayout.Role;
import dev.plumbline.ingest.report.format.findings.JsonRows;
import dev.plumbline.ingest.report.format.findings.Row;
import dev.plumbline.ingest.report.syntax.Allowance;
import dev.plumbline.ingest.report.syntax.Json;
import dev.plumbline.ingest.report.syntax.JsonCursor;
import dev.plumbline.ingest.report.syntax.Texts;
import dev.plumbline.model.evidence.Format;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/// Secret scanners whose entries lie deeper in their JSON, as rows of a table. What was found is never
/// taken over.
///
/// @param tool which writes it
/// @param form of the file
/// @param sign by which its beginning is recognised
/// @param roles where its entries are
/// @param columns what their fields are called, alternatives separated by `|`
record ListedSecrets(
        String name,
        String tool,
        FormatPage page,
        Form form,
        Predicate<Head> sign,
        Map<String, Role> roles,
        Columns columns)
        implements SecretsReader {

    enum Form {
        WHOLE,
        /// objects one after another, each an entry
        SEQUENCE
    }

    record Columns(String rule, String description, String path, String line, String severity) {}

    static List<ListedSecrets> all() {
        return List.of(talisman(), noseyParker(), noseyParkerList(), secretlint(), trivyOperator());
    }

    /// Talisman's detector/helpers/detection_results.go. What `.talismanrc` lets pass is suppressed.
    private static ListedSecrets talisman() {
        return new ListedSecrets(
                "talisman-json",
                "talisman",
                new FormatPage(
                        "talisman --scan, talisman_reports/data/report.json",
                        "1",
                        "failures by file with type, severity; ignored ones as suppressed",
                        "commits, warnings below the threshold",
                        "https://thoughtworks.github.io/talisman/docs"),
                Form.WHOLE,
                head -> fields(head).containsAll(Set.of("summary", "results"))
                        && (head.has("\"failure_list\"") || head.has("\"filecontent\"")),
                Map.of(
                        "/results/*", Role.GROUP,
                        "/results/*/failure_list/*", Role.FINDING,
                        "/results/*/ignore_list/*", Role.SUPPRESSED),
                new Columns("type", "", "filename", "", "severity"));
    }

    /// Nosey Parker's `report --format jsonl`: a finding a line, with the places at which it was seen.
    private static ListedSecrets noseyParker() {
        return new ListedSecrets(
                "noseyparker-jsonl",
                "noseyparker",
                noseyParkerPage("noseyparker report --format jsonl"),
                Form.SEQUENCE,
                head -> fields(head).containsAll(Set.of("rule_name", "matches", "num_matches")),
                Map.of("", Role.FINDING),
                noseyParkerColumns());
    }

    private static ListedSecrets noseyParkerList() {
        return new ListedSecrets(
                "noseyparker-json",
                "noseyparker",
                noseyParkerPage("noseyparker report --format json"),
                Form.WHOLE,
                head -> items(head).containsAll(Set.of("rule_name", "matches", "num_matches")),
                Map.of("/*", Role.FINDING),
                noseyParkerColumns());
    }

    private static FormatPage noseyParkerPage(String tool) {
        return new FormatPage(
                tool,
                "all",
                "findings with rule, first place",
                "the secrets, commits, people, further places",
                "https://github.com/praetorian-inc/noseyparker#readme");
    }

    private static Columns noseyParkerColumns() {
        return new Columns(
                "rule_name",
                "",
                "matches/*/provenance/*/path|matches/*/provenance/*/first_commit/blob_path|matches/*/provenance/*/commit_provenance/blob_path",
                "matches/*/location/source_span/start/line",
                "");
    }

    /// secretlint's @secretlint/types: files with their messages, as ESLint has them, and the source of a
    /// file.
    private static ListedSecrets secretlint() {
        return new ListedSecrets(
                "secretlint-json",
                "secretlint",
                new FormatPage(
                        "secretlint --format json",
                        "all",
                        "messages with rule, severity, place",
                        "the secrets, texts, sources",
                        "https://github.com/secretlint/secretlint/blob/master/docs/formatter.md"),
                Form.WHOLE,
                head -> items(head).containsAll(Set.of("filePath", "messages"))
                        && (items(head).contains("sourceContentType")
                                || items(head).contains("sourceContent")),
                Map.of("/*", Role.GROUP, "/*/messages/*", Role.FINDING),
                new Columns("ruleId", "", "filePath", "loc/start/line", "severity"));
    }

    /// trivy-operator's custom resource `ExposedSecretReport`, one or a list of them.
    private static ListedSecrets trivyOperator() {
        return new ListedSecrets(
                "trivy-operator-secrets-json",
                "trivy-operator",
                new FormatPage(
                        "trivy-operator: kubectl get exposedsecretreports -o json",
                        "v1alpha1",
                        "secrets with rule, severity, file",
                        "what matched, owners, resources of other kinds",
                        "https://aquasecurity.github.io/trivy-operator/latest/docs/crds/exposedsecret-report/"),
                Form.WHOLE,
                head -> fields(head).contains("apiVersion")
                        && head.has("\"ExposedSecretReport\"")
                        && !head.has("\"VulnerabilityReport\""),
                Map.of("/report/secrets/*", Role.FINDING, "/items/*/report/secrets/*", Role.FINDING),
                new Columns("ruleID", "title", "target", "", "severity"));
    }

    private static Set<String> fields(Head head) {
        return head.shape() instanceof Shape.JsonObject object ? object.fields() : Set.of();
    }

    private static Set<String> items(Head head) {
        return head.shape() instanceof Shape.JsonArray list ? list.itemFields() : Set.of();
    }

    @Override
    public Format format() {
        return new Format(name);
    }

    @Override
    public String title() {
        return "a report of " + tool;
    }

    @Override
    public Recognition recognise(Head head, Declared declared) {
        return sign.test(head)
                ? Recognition.MATCH
                : new Recognition.Mismatch("it is " + title() + ", here it is not", 2);
    }

    @Override
    public Reading read(ReportInput input, Head head, Allowance allowance) throws IOException {
        var sheet = new SecretSheet(tool, allowance);
        try (var json = Json.open(input.content(), allowance)) {
            var layout = new JsonLayout(roles, values());
            var rows = new JsonRows(json, layout, true, allowance, (role, row) -> row(role, row, json, sheet));
            if (form == Form.SEQUENCE) {
                rows.sequence();
            } else if (!rows.whole()) {
                throw json.wrong("The report has no list " + layout.lists() + ".");
            }
            sheet.notes().replaced(json.replacedCharacters());
        }
        return sheet.reading(this, input);
    }

    private List<String> values() {
        var values = new ArrayList<String>();
        for (String column :
                List.of(columns.rule(), columns.description(), columns.path(), columns.line(), columns.severity())) {
            values.addAll(List.of(column.split("\\|")));
        }
        values.removeIf(String::isEmpty);
        return values;
    }

    private void row(Role role, Row row, JsonCursor json, SecretSheet sheet) {
        if (role != Role.FINDING && role != Role.SUPPRESSED) {
            return;
        }
        var secret = new Secret();
        secret.rule = Texts.shown(row.text(columns.rule()), RULE_CHARS);
        String description = row.text(columns.description());
        secret.description = description.isEmpty() ? null : Texts.shown(description, RULE_CHARS);
        secret.path = Texts.shown(row.text(columns.path()), PATH_CHARS);
        secret.line = row.number(columns.line());
        secret.severity = Severities.ofWord(row.text(columns.severity()));
        secret.state = role == Role.SUPPRESSED ? State.SUPPRESSED : State.OPEN;
        sheet.add(secret, json::where);
    }
}
