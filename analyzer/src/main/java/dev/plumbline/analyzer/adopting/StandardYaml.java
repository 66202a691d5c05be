package dev.plumbline.analyzer.adopting;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import dev.plumbline.model.evidence.FindingGroup.Area;
import dev.plumbline.model.standard.ClauseRef;
import dev.plumbline.model.standard.Disposition;
import dev.plumbline.model.standard.Parameter;
import dev.plumbline.model.standard.Requirement;
import dev.plumbline.model.standard.Rule;
import dev.plumbline.model.standard.Standard;
import dev.plumbline.model.standard.Waivable;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Writes a standard as the file `standard.yaml`. What is written reads as what was given.
public final class StandardYaml {
    private static final Pattern PLAIN = Pattern.compile("[a-z][A-Za-z0-9_.-]*");
    private static final List<String> WORDS = List.of("true", "false", "null", "yes", "no", "on", "off", "y", "n");

    private final StringBuilder out = new StringBuilder();

    private StandardYaml() {}

    public static String of(Standard standard) {
        var yaml = new StandardYaml();
        yaml.head(standard);
        yaml.out.append("\nrules:\n");
        standard.rules().forEach(yaml::rule);
        if (!standard.dispositions().isEmpty()) {
            yaml.out.append("dispositions:\n");
            standard.dispositions().forEach(yaml::disposition);
        }
        return yaml.out.toString();
    }

    private void head(Standard standard) {
        line("apiVersion: plumbline.dev/v1");
        line("kind: Standard");
        line("id: " + standard.id());
        line("version: " + standard.version());
        line("title: " + quoted(standard.title()));
        line("owners: " + list(standard.owners()));
        line("persona: " + quoted(standard.persona().file()));
        conditions("", standard.when());
        line("levels: { bronze: " + share(standard.levels().bronze()) + ", silver: "
                + share(standard.levels().silver()) + ", gold: "
                + share(standard.levels().gold()) + " }");
    }

    private void rule(Rule rule) {
        line("  - id: " + rule.id());
        line("    title: " + quoted(rule.title()));
        line("    clauses:");
        rule.clauses().forEach(it -> line("      - { " + clause(it) + " }"));
        line("    keyword: " + word(rule.rating().keyword()));
        line("    severity: " + word(rule.rating().severity()));
        line("    weight: " + rule.rating().weight());
        line("    level: " + word(rule.rating().level()));
        line("    requires:");
        rule.requires().forEach(it -> line("      - " + requirement(it)));
        conditions("    ", rule.when());
        var maxAge = rule.maxAge();
        if (maxAge != null) {
            line("    maxAge: " + Durations.text(maxAge));
        }
        switch (rule.waivable()) {
            case Waivable.Never _ -> line("    waivable: false");
            case Waivable.UpTo upTo -> line("    waivable: " + Durations.text(upTo.longest()));
            case null -> {
                // the general terms apply
            }
        }
        if (!rule.params().isEmpty()) {
            line("    params:");
            rule.params().forEach(it -> line("      " + it.name() + ": " + parameter(it)));
        }
        if (rule.attestation() == null) {
            line("    assert:");
        }
        rule.assertions().forEach(it -> {
            line("      - id: " + it.id());
            line("        that: " + quoted(it.that()));
            line("        expected: " + quoted(it.expected()));
            line("        found: " + quoted(it.found()));
        });
        String credit = rule.credit();
        if (credit != null) {
            line("    credit: " + quoted(credit));
        }
        line("    remediation: " + quoted(rule.advice().remediation()));
        if (!rule.advice().references().isEmpty()) {
            line("    references: " + list(rule.advice().references()));
        }
        if (!rule.advice().reading().isEmpty()) {
            line("    reading: " + quoted(rule.advice().reading()));
        }
        line("");
    }

    private void disposition(Disposition disposition) {
        String tail = switch (disposition) {
            case Disposition.Attest it -> "as: attest, attestation: " + quoted(it.attestation());
            case Disposition.Guidance it -> "as: guidance, why: " + quoted(it.why());
            case Disposition.Tag it -> "as: tag, tag: " + quoted(it.tag());
            case Disposition.RollUp it ->
                "as: rollup, of: " + list(it.of().stream().map(id -> id.value()).toList());
            case Disposition.Inherit it ->
                "as: inherit, from: " + quoted(it.from()) + ", clauses: " + list(it.clauses());
        };
        line("  - { " + clause(disposition.clause()) + ", " + tail + " }");
    }

    private void conditions(String indent, List<String> when) {
        if (!when.isEmpty()) {
            line(indent + "when:");
            when.forEach(it -> line(indent + "  - " + quoted(it)));
        }
    }

    private static String clause(ClauseRef clause) {
        return "section: " + quoted(clause.section()) + ", number: " + clause.number() + ", digest: \""
                + clause.digest() + "\", quote: " + quoted(clause.quote());
    }

    private static String requirement(Requirement requirement) {
        if (!requirement.or().isEmpty()) {
            return "anyOf: ["
                    + requirement.any().stream()
                            .map(it -> plain(it) ? quoted(it.kind().value()) : requirement(it))
                            .collect(Collectors.joining(", "))
                    + "]";
        }
        if (plain(requirement)) {
            return requirement.kind().value();
        }
        return "{ kind: " + quoted(requirement.kind().value())
                + (requirement.rules().isEmpty() ? "" : ", rules: " + list(requirement.rules()))
                + (requirement.areas().isEmpty()
                        ? ""
                        : ", areas: "
                                + list(requirement.areas().stream()
                                        .map((Area area) -> word(area))
                                        .toList()))
                + (requirement.combine() == null ? "" : ", combine: " + word(requirement.combined()))
                + " }";
    }

    private static boolean plain(Requirement requirement) {
        return requirement.rules().isEmpty() && requirement.areas().isEmpty() && requirement.combine() == null;
    }

    private static String parameter(Parameter parameter) {
        String value = switch (parameter.value()) {
            case Parameter.Value.Fraction it -> "value: " + decimal(it.value());
            case Parameter.Value.Whole it -> "value: " + it.value();
            case Parameter.Value.Text it -> "value: " + quoted(it.value());
            case Parameter.Value.Flag it -> "value: " + it.value();
            case Parameter.Value.Texts it -> "value: " + list(it.value());
            case Parameter.Value.Span it -> "duration: " + Durations.text(it.value());
        };
        return "{ " + value + ", direction: " + word(parameter.direction()) + " }";
    }

    /// With a point, so that it is read as a fraction again.
    private static String decimal(double value) {
        String text = BigDecimal.valueOf(value).toPlainString();
        return text.contains(".") ? text : text + ".0";
    }

    private static String share(int basisPoints) {
        return BigDecimal.valueOf(basisPoints, 4).toPlainString();
    }

    private static String list(List<String> texts) {
        return texts.stream().map(StandardYaml::quoted).collect(Collectors.joining(", ", "[", "]"));
    }

    /// A text of JSON is one of YAML.
    private static String quoted(String text) {
        return PLAIN.matcher(text).matches() && !WORDS.contains(text)
                ? text
                : "\"" + new String(JsonStringEncoder.getInstance().quoteAsString(text)) + "\"";
    }

    private static String word(Enum<?> word) {
        return word.name().toLowerCase(Locale.ROOT);
    }

    private void line(String text) {
        out.append(text).append('\n');
    }
}
