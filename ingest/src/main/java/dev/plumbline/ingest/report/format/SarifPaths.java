package dev.plumbline.ingest.report.format;

import dev.plumbline.ingest.report.finding.ReportPath;
import dev.plumbline.ingest.report.syntax.JsonCursor;
import dev.plumbline.ingest.report.syntax.Limits;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Paths of a run's results: a uri of their own or an entry of the run's artifacts [3.4.5], below the folders that
/// the run itself names as its roots [3.14.14].
final class SarifPaths {
    private static final int URI_CHARS = 4_096;
    private static final int KNOWN = 1_000;

    private final List<String> artifacts = new ArrayList<>();
    private final List<String> bases = new ArrayList<>();
    /// Results share their files: a path that came lately is not made again.
    private final Map<String, String> known = new HashMap<>();

    void artifact(JsonCursor json) {
        if (artifacts.size() == Limits.ENTRIES) {
            throw json.wrong("The run lists more than " + Limits.ENTRIES + " artifacts.");
        }
        String[] uri = {""};
        json.object("an artifact", field -> {
            if (field.equals("location")) {
                uri(json, uri);
            }
        });
        artifacts.add(uri[0]);
    }

    void bases(JsonCursor json) {
        json.object("originalUriBaseIds", _ -> {
            String[] uri = {""};
            uri(json, uri);
            String path = ReportPath.ofUri(uri[0]);
            if (path.length() > 1 && bases.size() < Limits.DEPTH) {
                bases.add(path + "/");
                bases.sort(Comparator.comparingInt(String::length).reversed());
            }
        });
    }

    private static void uri(JsonCursor json, String[] uri) {
        json.object("a location", part -> {
            if (part.equals("uri")) {
                String text = json.text("a uri", URI_CHARS);
                uri[0] = text == null ? "" : text;
            }
        });
    }

    String path(SarifResult result) {
        String uri = result.uri();
        if (uri == null) {
            uri = result.artifact() >= 0 && result.artifact() < artifacts.size()
                    ? artifacts.get(result.artifact())
                    : "";
        }
        if (known.size() == KNOWN) {
            known.clear();
        }
        return known.computeIfAbsent(uri, this::belowBase);
    }

    private String belowBase(String uri) {
        String path = ReportPath.ofUri(uri);
        for (String base : bases) {
            if (path.startsWith(base)) {
                return path.substring(base.length());
            }
        }
        return path;
    }
}
