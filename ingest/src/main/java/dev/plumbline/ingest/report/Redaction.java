package dev.plumbline.ingest.report;

import dev.plumbline.ingest.report.syntax.Allowance;
import dev.plumbline.ingest.report.syntax.Content;
import dev.plumbline.ingest.report.syntax.Json;
import dev.plumbline.ingest.report.syntax.JsonCursor;
import dev.plumbline.ingest.report.syntax.Limits;
import dev.plumbline.ingest.report.syntax.MalformedReport;
import dev.plumbline.ingest.report.syntax.Packing;
import dev.plumbline.model.evidence.Evidence;
import dev.plumbline.model.evidence.Kind;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The form in which a report of a secret scanner is kept: scanners show what they found, and a report is there for
/// everybody who may look. All texts and numbers are covered but those of fields that say which rule found something,
/// and where. Of a report that is no JSON nothing is kept but its list of findings.
public final class Redaction {
    private static final String COVERED = "\"[redacted]\"";
    private static final int TEXT_CHARS = 2_000;
    private static final int LINE_DIGITS = 6;

    private static final Set<String> SCANNERS =
            Set.of("gitleaks", "trufflehog", "trufflehog3", "detect-secrets", "ggshield", "whispers", "git-secrets");

    /// Fields whose texts are kept, in lower case.
    private static final Set<String> TEXTS = Set.of(
            "ruleid",
            "rule_id",
            "rule",
            "file",
            "filename",
            "path",
            "uri",
            "level",
            "severity",
            "type",
            "secret_type",
            "secret_type_display_name",
            "detectorname",
            "detector_name",
            "state",
            "status",
            "version",
            "$schema",
            "policy",
            "break_type",
            "category",
            "logger");

    /// Fields whose numbers are kept, in lower case.
    private static final Set<String> NUMBERS = Set.of(
            "startline",
            "endline",
            "startcolumn",
            "endcolumn",
            "line",
            "linenumber",
            "line_number",
            "line_start",
            "line_end",
            "start_line",
            "end_line",
            "number",
            "detectortype",
            "sourcetype",
            "sourceid",
            "total_incidents",
            "total_occurrences");

    private final JsonCursor json;
    private final Writer out;

    private Redaction(JsonCursor json, Writer out) {
        this.json = json;
        this.out = out;
    }

    /// Whether what was read is a secret scanner's.
    public static boolean needed(Reading reading) {
        return reading.evidence().stream().map(Evidence::kind).anyMatch(Redaction::secrets);
    }

    private static boolean secrets(Kind kind) {
        return kind.equals(Kind.SECRETS) || kind.family().equals("findings") && SCANNERS.contains(kind.qualifier());
    }

    /// Writes the report without its packing and its secrets.
    public static void write(Content report, OutputStream to) throws IOException {
        var out = new BufferedWriter(new OutputStreamWriter(to, StandardCharsets.UTF_8));
        var allowance = Allowance.untimed(Limits.KEPT_BYTES);
        Content unpacked = Packing.unpacked(report, allowance);
        if (json(unpacked)) {
            try (var json = Json.open(unpacked, allowance)) {
                new Redaction(json, out).values();
            } catch (MalformedReport e) {
                // the reader passed over what is wrong here: what comes before it is kept
                out.write("\n");
            } catch (UncheckedIOException e) {
                throw e.getCause();
            }
        } else {
            out.write("This report listed secrets and is not kept; its findings are.\n");
        }
        out.flush();
    }

    private static boolean json(Content content) throws IOException {
        try {
            return switch (Heads.of(content).shape()) {
                case Shape.JsonArray _, Shape.JsonObject _ -> true;
                case Shape.Text _, Shape.Xml _, Shape.Empty _, Shape.Binary _ -> false;
            };
        } catch (MalformedReport e) {
            return false;
        }
    }

    /// A list as one, other values a line each.
    private void values() {
        if (json.isArray()) {
            value("");
            write("\n");
            json.end();
        } else {
            json.values("a value", () -> {
                value("");
                write("\n");
            });
        }
    }

    private void value(String field) {
        if (json.isObject()) {
            String[] before = {"{"};
            json.object("an object", name -> {
                write(before[0] + quoted(name) + ":");
                before[0] = ",";
                value(name.toLowerCase(Locale.ROOT));
            });
            write(before[0].equals("{") ? "{}" : "}");
        } else if (json.isArray()) {
            String[] before = {"["};
            json.array("a list", () -> {
                write(before[0]);
                before[0] = ",";
                value(field);
            });
            write(before[0].equals("[") ? "[]" : "]");
        } else {
            write(scalar(field));
        }
    }

    private String scalar(String field) {
        if (json.isNull()) {
            return "null";
        }
        if (json.isText()) {
            return text(field, json.textOrNothing(TEXT_CHARS));
        }
        if (json.isNumber()) {
            Double number = NUMBERS.contains(field) ? json.number("a number") : null;
            return number == null ? COVERED : String.valueOf(number.longValue());
        }
        return String.valueOf(json.flag("a truth value"));
    }

    private static String text(String field, @Nullable String text) {
        boolean line = text != null
                && text.length() <= LINE_DIGITS
                && text.chars().allMatch(c -> c >= '0' && c <= '9')
                && NUMBERS.contains(field);
        return text == null || text.isEmpty() || !line && !TEXTS.contains(field) ? COVERED : quoted(text);
    }

    private static String quoted(String text) {
        var quoted = new StringBuilder(text.length() + 2).append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                quoted.append('\\').append(c);
            } else if (c < ' ' || Character.isSurrogate(c)) {
                quoted.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
            } else {
                quoted.append(c);
            }
        }
        return quoted.append('"').toString();
    }

    private void write(String text) {
        try {
            out.write(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
