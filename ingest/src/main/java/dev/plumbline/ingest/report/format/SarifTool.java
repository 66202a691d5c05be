package dev.plumbline.ingest.report.format;

import dev.plumbline.ingest.report.syntax.JsonCursor;
import dev.plumbline.ingest.report.syntax.Limits;
import dev.plumbline.ingest.report.syntax.Texts;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The `tool` of a SARIF run [3.18]: its driver, its rules, those of its extensions.
final class SarifTool {
    private static final int NAME_CHARS = 100;

    private final List<SarifRule> driverRules = new ArrayList<>();
    private final Map<String, SarifRule> rulesById = new HashMap<>();
    private String name = "";
    private @Nullable String version;
    private @Nullable String semanticVersion;

    void read(JsonCursor json) {
        json.object("tool", field -> {
            switch (field) {
                case "driver" -> component(json, true);
                case "extensions" -> json.array("extensions", () -> component(json, false));
                default -> {
                    // properties
                }
            }
        });
    }

    private void component(JsonCursor json, boolean driver) {
        json.object("a tool component", field -> {
            switch (field) {
                case "name" -> {
                    String text = json.text("the tool's name", NAME_CHARS);
                    name = driver && text != null ? Texts.shown(text, NAME_CHARS) : name;
                }
                case "version" -> version = driver ? json.text("the tool's version", NAME_CHARS) : version;
                case "semanticVersion" ->
                    semanticVersion = driver ? json.text("the tool's version", NAME_CHARS) : semanticVersion;
                case "rules" -> json.array("rules", () -> rule(json, driver));
                default -> {
                    // descriptions, taxonomies
                }
            }
        });
    }

    private void rule(JsonCursor json, boolean driver) {
        if (rulesById.size() + driverRules.size() > 2 * Limits.ENTRIES) {
            throw json.wrong("The run lists more than " + Limits.ENTRIES + " rules.");
        }
        SarifRule rule = SarifRule.read(json);
        if (driver) {
            driverRules.add(rule);
        }
        rulesById.putIfAbsent(rule.id(), rule);
    }

    /// {@return the driver's name; empty where the run does not say}
    String name() {
        return name;
    }

    @Nullable
    String version() {
        String stated = semanticVersion != null && !semanticVersion.isBlank() ? semanticVersion : version;
        return stated == null || stated.isBlank() ? null : Texts.shown(stated, NAME_CHARS);
    }

    @Nullable
    SarifRule rule(@Nullable String id, int index) {
        if (id != null && !id.isEmpty()) {
            SarifRule exact = rulesById.get(id);
            // a result may name a more special id: «CA1000/1» is described by the rule CA1000 [3.27.5]
            int slash = id.lastIndexOf('/');
            return exact != null || slash < 0 ? exact : rulesById.get(id.substring(0, slash));
        }
        return index >= 0 && index < driverRules.size() ? driverRules.get(index) : null;
    }

    List<String> statedEnabled() {
        return rulesById.values().stream()
                .filter(SarifRule::statedEnabled)
                .map(SarifRule::id)
                .sorted()
                .toList();
    }

    /// {@return the name as the second half of a kind: lower case, other characters than letters, digits, dots as
    /// hyphens}
    static String slug(String name) {
        var slug = new StringBuilder();
        for (char c : name.toLowerCase(Locale.ROOT).toCharArray()) {
            boolean plain = c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || c == '.' || c == '_';
            if (plain) {
                slug.append(c);
            } else if (!slug.isEmpty() && slug.charAt(slug.length() - 1) != '-') {
                slug.append('-');
            }
        }
        String text = slug.toString().replaceAll("\\A[._-]+|[._-]+\\z", "");
        return text.isEmpty() ? "unnamed" : text.substring(0, Math.min(text.length(), 60));
    }

    /// Whether a declared name speaks of a tool: `semgrep` of «Semgrep OSS», `codeql` of «CodeQL command-line
    /// toolchain».
    static boolean same(String declared, String slug) {
        return slug.equals(declared) || List.of(slug.split("-")).contains(declared) || slug.startsWith(declared + "-");
    }
}
