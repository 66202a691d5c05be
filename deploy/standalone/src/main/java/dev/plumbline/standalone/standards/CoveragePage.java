package dev.plumbline.standalone.standards;

import dev.plumbline.analyzer.accounting.ClauseRow;
import dev.plumbline.analyzer.accounting.Examination.Examined;
import dev.plumbline.analyzer.accounting.RuleProof;
import dev.plumbline.model.score.Outcome.Word;
import dev.plumbline.model.standard.Disposition;
import dev.plumbline.model.standard.Requirement;
import dev.plumbline.model.standard.RuleId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/// `docs/standards-coverage.md`: clause → rules → evidence → fixtures.
public final class CoveragePage {
    private static final String HEAD = """
            # What answers for each clause

            Made from the standards by `./plumbline standards coverage --markdown`; do not edit. A clause is *enforced* when
            every rule that answers for it has been seen to pass and to fail on report files, *attested* when a person vouches
            for it, and *guidance* where no honest test is at hand, with the reason.
            """;

    private CoveragePage() {}

    public static String of(List<Examined> all) {
        var page = new StringBuilder(HEAD);
        all.forEach(it -> add(it, page));
        return page.toString();
    }

    private static void add(Examined examined, StringBuilder page) {
        var standard = examined.source().standard();
        page.append("\n## ")
                .append(standard.title())
                .append(' ')
                .append(standard.version())
                .append("\n\n");
        page.append(examined.accounting().summary()).append(".\n\n");
        page.append("| clause | standing | answered for by | evidence |\n|---|---|---|---|\n");
        var proofs = proofs(examined);
        for (var row : examined.accounting().rows()) {
            page.append("| ")
                    .append(row.bullet().place())
                    .append(": ")
                    .append(cell(row.bullet().text()))
                    .append(" | ")
                    .append(row.standing().name().toLowerCase(Locale.ROOT))
                    .append(" | ")
                    .append(answers(row))
                    .append(" | ")
                    .append(row.rules().stream()
                            .flatMap(it -> evidence(proofs, it).stream())
                            .distinct()
                            .collect(Collectors.joining(", ")))
                    .append(" |\n");
        }
        page.append("\n| rule | asks for | weight | fixtures |\n|---|---|---|---|\n");
        for (var proof : examined.proofs()) {
            var rating = proof.rule().rating();
            page.append("| `")
                    .append(proof.rule().id())
                    .append("` ")
                    .append(cell(proof.rule().title()))
                    .append(" | ")
                    .append((rating.keyword() + ", " + rating.level()).toLowerCase(Locale.ROOT))
                    .append(" | ")
                    .append(rating.weight())
                    .append(" | ")
                    .append(fixtures(proof.shown()))
                    .append(" |\n");
        }
    }

    static Map<RuleId, RuleProof> proofs(Examined examined) {
        return examined.proofs().stream()
                .collect(Collectors.toMap(it -> it.rule().id(), it -> it));
    }

    static List<String> evidence(Map<RuleId, RuleProof> proofs, RuleId rule) {
        var proof = proofs.get(rule);
        return proof == null
                ? List.of()
                : proof.rule().requires().stream().map(Requirement::text).toList();
    }

    private static String answers(ClauseRow row) {
        var words = row.rules().stream().map(it -> "`" + it + "`").collect(Collectors.toList());
        row.dispositions().forEach(it -> words.add(words(it)));
        return String.join("; ", words);
    }

    private static String words(Disposition disposition) {
        return switch (disposition) {
            case Disposition.Attest it -> "attestation `" + it.attestation() + "`";
            case Disposition.Guidance it -> "guidance: " + cell(it.why());
            case Disposition.Tag it -> "tag `" + it.tag() + "`";
            case Disposition.RollUp _ -> "by these rules alone";
            case Disposition.Inherit it -> "`" + it.from() + "`: " + cell(String.join(", ", it.clauses()));
        };
    }

    private static String fixtures(Map<Word, Long> shown) {
        return shown.entrySet().stream()
                .map(it -> it.getKey().name().toLowerCase(Locale.ROOT).replace('_', ' ') + " " + it.getValue())
                .collect(Collectors.joining(", "));
    }

    private static String cell(String text) {
        return text.replace("|", "\\|");
    }
}
