package dev.plumbline.standalone.standards;

import dev.plumbline.analyzer.accounting.Accounting;
import dev.plumbline.analyzer.accounting.ClauseRow;
import dev.plumbline.analyzer.accounting.Examination.Examined;
import dev.plumbline.analyzer.accounting.RuleProof;
import dev.plumbline.analyzer.accounting.Standing;
import dev.plumbline.model.score.Outcome.Word;
import dev.plumbline.model.standard.Disposition;
import dev.plumbline.model.standard.RuleId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/// The same as the page, for machines: its components are the fields of the command's JSON.
public record CoverageReport(
        String standard,
        String version,
        int clauses,
        Map<String, Long> standings,
        String summary,
        List<Clause> rows,
        List<Rule> rules) {

    /// @param dispositions `guidance: why`, `attest: name`, …
    public record Clause(
            String section,
            int number,
            String digest,
            String text,
            String standing,
            List<String> rules,
            List<String> dispositions,
            List<String> evidence,
            List<String> unquoted,
            List<String> unresolved) {}

    /// @param fixtures outcome → number of fixtures that show it
    public record Rule(String id, String title, boolean proven, Map<Word, Long> fixtures) {}

    public static CoverageReport of(Examined examined) {
        var standard = examined.source().standard();
        var proofs = CoveragePage.proofs(examined);
        return new CoverageReport(
                standard.id().value(),
                standard.version().toString(),
                examined.accounting().rows().size(),
                standings(examined.accounting()),
                examined.accounting().summary(),
                examined.accounting().rows().stream()
                        .map(it -> clause(it, proofs))
                        .toList(),
                examined.proofs().stream()
                        .map(it -> new Rule(it.rule().id().value(), it.rule().title(), it.proven(), it.shown()))
                        .toList());
    }

    private static Map<String, Long> standings(Accounting accounting) {
        var standings = new TreeMap<String, Long>();
        for (var standing : Standing.values()) {
            standings.put(standing.name().toLowerCase(Locale.ROOT), accounting.count(standing));
        }
        return standings;
    }

    private static Clause clause(ClauseRow row, Map<RuleId, RuleProof> proofs) {
        return new Clause(
                row.bullet().section(),
                row.bullet().number(),
                row.bullet().digest(),
                row.bullet().text(),
                row.standing().name().toLowerCase(Locale.ROOT),
                row.rules().stream().map(RuleId::value).toList(),
                row.dispositions().stream().map(CoverageReport::words).toList(),
                row.rules().stream()
                        .flatMap(it -> CoveragePage.evidence(proofs, it).stream())
                        .distinct()
                        .toList(),
                row.unquoted(),
                row.parents());
    }

    private static String words(Disposition disposition) {
        return switch (disposition) {
            case Disposition.Attest it -> "attest: " + it.attestation();
            case Disposition.Guidance it -> "guidance: " + it.why();
            case Disposition.Tag it -> "tag: " + it.tag();
            case Disposition.RollUp it -> "rollup: " + it.of();
            case Disposition.Inherit it -> "inherit: " + it.from() + ": " + String.join(", ", it.clauses());
        };
    }
}
