package dev.plumbline.ingest.report.format.inventory;

import dev.plumbline.ingest.report.Declared;
import dev.plumbline.ingest.report.FormatPage;
import dev.plumbline.ingest.report.Head;
import dev.plumbline.ingest.report.Reading;
import dev.plumbline.ingest.report.Recognition;
import dev.plumbline.ingest.report.ReportInput;
import dev.plumbline.ingest.report.ReportReader;
import dev.plumbline.ingest.report.Shape;
import dev.plumbline.ingest.report.syntax.Allowance;
import dev.plumbline.ingest.report.syntax.Content;
import dev.plumbline.ingest.report.syntax.Json;
import dev.plumbline.ingest.report.syntax.JsonCursor;
import dev.plumbline.model.evidence.Format;
import dev.plumbline.model.evidence.Kind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// In-toto attestations (definition: [in-toto attestation
/// framework](https://github.com/in-toto/attestation/tree/main/spec)), as bare statements, in DSSE envelopes or
/// Sigstore bundles, one or a line each. A [test
/// result](https://github.com/in-toto/attestation/blob/main/spec/predicates/test-result.md) is evidence of tests, a
/// bill of materials an inventory, a [scan for
/// vulnerabilities](https://github.com/in-toto/attestation/blob/main/spec/predicates/vuln.md) an audit; [SLSA
/// provenance](https://slsa.dev/spec/v1.0/provenance) and other predicates are
/// known and evidence of nothing.
final class InTotoReader implements ReportReader {
    private static final String PAYLOAD_TYPE = "application/vnd.in-toto+json";
    private static final int PAYLOAD_CHARS = 4 * 1024 * 1024;

    @Override
    public Format format() {
        return new Format("in-toto");
    }

    @Override
    public int version() {
        return 2;
    }

    @Override
    public String title() {
        return "an in-toto attestation";
    }

    @Override
    public FormatPage page() {
        return new FormatPage(
                "cosign, GitHub attestations, SLSA generators, BuildKit, witness and others",
                "statements 0.1 and 1; test result 0.1, vulnerabilities 0.1 and 0.2, cosign's vulnerability scan 1, SLSA provenance 0.1 "
                        + "to 1, CycloneDX, SPDX",
                "names and results of tests; the inventory inside; the audit inside, as a list of vulnerabilities or as Trivy and "
                        + "Grype write it; numbers of subjects and materials",
                "signatures, which are not verified; other predicates",
                "https://github.com/in-toto/attestation/tree/main/spec");
    }

    @Override
    public boolean canBe(Kind kind) {
        return kind.family().equals("tests") || kind.equals(Kind.INVENTORY) || kind.equals(Kind.AUDIT);
    }

    @Override
    public Recognition recognise(Head head, Declared declared) {
        if (!(head.shape() instanceof Shape.JsonObject object)) {
            return Recognition.apart("it is a JSON object");
        }
        boolean statement = object.texts().getOrDefault("_type", "").startsWith(Statements.TYPE)
                || object.fields().contains("predicateType") && object.fields().contains("subject");
        boolean envelope =
                object.fields().contains("payload") && object.fields().contains("payloadType")
                        || object.fields().contains("dsseEnvelope");
        return statement || envelope
                ? Recognition.MATCH
                : new Recognition.Mismatch(
                        "it has the _type " + Statements.TYPE + "… or is a DSSE envelope, here it is neither", 2);
    }

    @Override
    public Reading read(ReportInput input, Head head, Allowance allowance) throws IOException {
        var statements = new Statements(allowance);
        try (var json = Json.open(input.content(), allowance)) {
            var types = new Types(input.content(), allowance);
            json.values("the attestations", () -> value(json, statements, types, allowance));
            statements.notes().replaced(json.replacedCharacters());
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        return statements.reading(this, input);
    }

    private static void value(JsonCursor json, Statements statements, Types types, Allowance allowance) {
        int index = types.next();
        var statement = new Statements.Statement();
        @Nullable String[] envelope = new @Nullable String[2];
        json.object("an attestation", name -> {
            switch (name) {
                case "payload", "payloadType" -> enveloped(json, name, envelope);
                case "dsseEnvelope" -> json.object(name, field -> enveloped(json, field, envelope));
                default -> statements.field(json, name, statement, () -> types.of(index));
            }
        });
        String payload = envelope[0];
        if (payload == null) {
            statements.add(statement, json);
            return;
        }
        if (!PAYLOAD_TYPE.equals(envelope[1])) {
            throw json.wrong("The envelope holds something else than an in-toto statement.");
        }
        statements.notes().add("The signature was not verified.");
        allowance.keep(3L * payload.length());
        statement(Content.of(decoded(payload, json)), statements, allowance);
    }

    private static void enveloped(JsonCursor json, String name, @Nullable String[] envelope) {
        switch (name) {
            case "payload" -> envelope[0] = json.text(name, PAYLOAD_CHARS);
            case "payloadType" -> envelope[1] = json.text(name, 200);
            default -> {
                // signatures
            }
        }
    }

    private static byte[] decoded(String payload, JsonCursor json) {
        try {
            boolean url = payload.indexOf('-') >= 0 || payload.indexOf('_') >= 0;
            return url
                    ? Base64.getUrlDecoder().decode(payload)
                    : Base64.getDecoder().decode(payload);
        } catch (IllegalArgumentException e) {
            throw json.wrong("The envelope's payload is not base64.");
        }
    }

    private static void statement(Content content, Statements statements, Allowance allowance) {
        var statement = new Statements.Statement();
        var types = new Types(content, allowance);
        try (var json = Json.open(content, allowance)) {
            json.object("a statement", name -> statements.field(json, name, statement, () -> types.of(0)));
            json.end();
            statements.add(statement, json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The types of the predicates of all values of a file, which are looked for only where a predicate
    /// stands before its type.
    private static final class Types {
        private final Content content;
        private final Allowance allowance;
        private @Nullable List<String> all;
        private int values;

        private Types(Content content, Allowance allowance) {
            this.content = content;
            this.allowance = allowance;
        }

        int next() {
            return values++;
        }

        String of(int index) {
            List<String> types = all == null ? read() : all;
            all = types;
            return index < types.size() ? types.get(index) : "";
        }

        private List<String> read() {
            var types = new ArrayList<String>();
            try (var json = Json.open(content, allowance)) {
                json.values("the attestations", () -> {
                    String[] type = {""};
                    json.object("an attestation", name -> {
                        if (name.equals("predicateType")) {
                            String text = json.text(name, 300);
                            type[0] = text == null ? "" : text;
                        }
                    });
                    allowance.keep(64 + 2L * type[0].length());
                    types.add(type[0]);
                });
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return types;
        }
    }
}
