package dev.plumbline.analyzer.standard;

import dev.cel.common.types.CelType;
import dev.cel.common.types.ListType;
import dev.cel.common.types.MapType;
import dev.cel.common.types.SimpleType;
import dev.plumbline.model.evidence.ApiEvidence;
import dev.plumbline.model.evidence.ApiTotals;
import dev.plumbline.model.evidence.AuditEvidence;
import dev.plumbline.model.evidence.CoverageEvidence;
import dev.plumbline.model.evidence.CoverageTotals;
import dev.plumbline.model.evidence.Evidence;
import dev.plumbline.model.evidence.Fact;
import dev.plumbline.model.evidence.FactsEvidence;
import dev.plumbline.model.evidence.FindingsEvidence;
import dev.plumbline.model.evidence.InventoryEvidence;
import dev.plumbline.model.evidence.Kind;
import dev.plumbline.model.evidence.MutationTotals;
import dev.plumbline.model.evidence.MutationsEvidence;
import dev.plumbline.model.evidence.SettingsEvidence;
import dev.plumbline.model.evidence.Severity;
import dev.plumbline.model.evidence.TestCase;
import dev.plumbline.model.evidence.TestTimes;
import dev.plumbline.model.evidence.TestTotals;
import dev.plumbline.model.evidence.TestsEvidence;
import dev.plumbline.model.standard.Requirement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/// The catalogue of figures: what each kind of evidence offers to rules, flat and typed.
final class Figures {
    static final CelType TEXTS = ListType.create(SimpleType.STRING);
    private static final CelType COUNTS = MapType.create(SimpleType.STRING, SimpleType.INT);
    private static final CelType WORDS = MapType.create(SimpleType.STRING, SimpleType.STRING);
    private static final double MICROS = 1e6;
    private static final Figure.Gap UNTIMED = new Figure.Gap(
            evidence -> evidence instanceof TestsEvidence tests
                    && tests.counted().tests() > 0
                    && tests.times().equals(TestTimes.NONE),
            "says of no test how long it took; send a report that does.");

    private final String prefix;
    private final int requirement;
    private final List<Figure> figures;

    private Figures(String prefix, int requirement, List<Figure> figures) {
        this.prefix = prefix;
        this.requirement = requirement;
        this.figures = figures;
    }

    /// {@return what evidence of a kind is in Java}
    static Class<? extends Evidence> typeOf(Kind kind) {
        return switch (kind.family()) {
            case "coverage" -> CoverageEvidence.class;
            case "tests" -> TestsEvidence.class;
            case "settings" -> SettingsEvidence.class;
            case "audit" -> AuditEvidence.class;
            case "mutations" -> MutationsEvidence.class;
            case "sbom" -> InventoryEvidence.class;
            case "api" -> ApiEvidence.class;
            case "facts" -> FactsEvidence.class;
            default -> FindingsEvidence.class;
        };
    }

    /// @param requirements what a rule asks for, which names the figures
    /// @param chosen one of the alternatives of each of them, which the figures read
    static List<Figure> of(List<Requirement> requirements, List<Requirement> chosen) {
        var figures = new ArrayList<Figure>();
        for (int i = 0; i < requirements.size(); i++) {
            if (requirements.get(i).kind().attested()) {
                continue;
            }
            new Figures(prefix(requirements.get(i)), i, figures).add(chosen.get(i));
        }
        return figures;
    }

    /// {@return the beginning of the names of figures; where several kinds do, it is their family: `types`}
    static String prefix(Requirement requirement) {
        return requirement.or().isEmpty()
                ? prefix(requirement.kind())
                : requirement.kind().family();
    }

    /// {@return the kind as CEL can say it: `findings:pip-audit` is `findings.pip_audit`}
    static String prefix(Kind kind) {
        String qualifier = kind.qualifier().replaceAll("[^A-Za-z0-9_]", "_");
        return qualifier.isEmpty()
                ? kind.family()
                : kind.family() + "." + (Character.isDigit(qualifier.charAt(0)) ? "_" : "") + qualifier;
    }

    private void add(Requirement wanted) {
        text("tool", evidence -> evidence.source().tool().name());
        var type = typeOf(wanted.kind());
        if (type == CoverageEvidence.class) {
            addCoverage();
        } else if (type == TestsEvidence.class) {
            addTests();
        } else if (type == SettingsEvidence.class) {
            add("enabled", TEXTS, evidence -> ((SettingsEvidence) evidence).enabledRules());
            add("values", WORDS, evidence -> ((SettingsEvidence) evidence).settings());
        } else if (type == AuditEvidence.class) {
            addAudit();
        } else if (type == MutationsEvidence.class) {
            addMutations();
        } else if (type == InventoryEvidence.class) {
            addInventory();
        } else if (type == ApiEvidence.class) {
            addApi();
        } else if (type == FactsEvidence.class) {
            addFacts();
        } else {
            addFindings(FindingFilter.of(wanted));
        }
    }

    private void addCoverage() {
        Function<Evidence, CoverageTotals> totals = evidence -> ((CoverageEvidence) evidence).counted();
        add("lineRatio", SimpleType.DOUBLE, totals.andThen(CoverageTotals::lineRatio));
        add(
                "branchRatio",
                SimpleType.DOUBLE,
                totals.andThen(CoverageTotals::branchRatio),
                new Figure.Gap(
                        evidence -> totals.apply(evidence).branchesTotal() == 0,
                        "counts no branches; have the tool measure them."));
        count("linesCovered", evidence -> totals.apply(evidence).linesCovered());
        count("linesTotal", evidence -> totals.apply(evidence).linesTotal());
        count("branchesCovered", evidence -> totals.apply(evidence).branchesCovered());
        count("branchesTotal", evidence -> totals.apply(evidence).branchesTotal());
        count("files", evidence -> totals.apply(evidence).files());
    }

    private void addTests() {
        Function<Evidence, TestTotals> totals = evidence -> ((TestsEvidence) evidence).counted();
        Function<Evidence, TestTimes> times = evidence -> ((TestsEvidence) evidence).times();
        count("total", evidence -> totals.apply(evidence).tests());
        count("passed", evidence -> totals.apply(evidence).passed());
        count("failed", evidence -> totals.apply(evidence).failures());
        count("errors", evidence -> totals.apply(evidence).errors());
        count("skipped", evidence -> totals.apply(evidence).skipped());
        count("flaky", evidence -> totals.apply(evidence).flaky());
        seconds("p50Seconds", times.andThen(TestTimes::p50Micros));
        seconds("p95Seconds", times.andThen(TestTimes::p95Micros));
        seconds("maxSeconds", times.andThen(TestTimes::maxMicros));
        seconds("totalSeconds", times.andThen(TestTimes::totalMicros));
        add(
                "failing",
                TEXTS,
                evidence -> ((TestsEvidence) evidence)
                        .notPassed().stream()
                                .filter(Figures::broke)
                                .map(TestCase::name)
                                .toList());
    }

    private void seconds(String name, Function<Evidence, Long> micros) {
        add(name, SimpleType.DOUBLE, evidence -> micros.apply(evidence) / MICROS, UNTIMED);
    }

    static boolean broke(TestCase test) {
        return switch (test.state()) {
            case FAILED, ERRORED -> true;
            case SKIPPED, FLAKY -> false;
        };
    }

    private void addFindings(FindingFilter filter) {
        count("open", evidence -> filter.open((FindingsEvidence) evidence));
        count("suppressed", evidence -> filter.suppressed((FindingsEvidence) evidence));
        add("byRule", COUNTS, evidence -> filter.byRule((FindingsEvidence) evidence));
        add("samples", TEXTS, evidence -> filter.samples((FindingsEvidence) evidence));
    }

    private void addAudit() {
        count("dependencies", evidence -> ((AuditEvidence) evidence).dependencies());
        count("skipped", evidence -> ((AuditEvidence) evidence).skipped().size());
        count("open", evidence -> ((AuditEvidence) evidence).open());
        for (var severity : Severity.values()) {
            count(
                    severity.name().toLowerCase(Locale.ROOT),
                    evidence -> ((AuditEvidence) evidence)
                            .vulnerabilities().stream()
                                    .filter(vulnerability -> vulnerability.severity() == severity)
                                    .count());
        }
        count(
                "fixable",
                evidence -> ((AuditEvidence) evidence)
                        .vulnerabilities().stream()
                                .filter(vulnerability ->
                                        !vulnerability.fixVersions().isEmpty())
                                .count());
        add(
                "vulnerabilities",
                TEXTS,
                evidence -> ((AuditEvidence) evidence)
                        .vulnerabilities().stream()
                                .map(it -> it.id() + " in " + it.packageName() + " " + it.version())
                                .toList());
        add("auditedAt", SimpleType.TIMESTAMP, evidence -> ((AuditEvidence) evidence).auditedAt());
    }

    private void addMutations() {
        Function<Evidence, MutationTotals> totals = evidence -> ((MutationsEvidence) evidence).totals();
        add("score", SimpleType.DOUBLE, totals.andThen(MutationTotals::score));
        count("total", evidence -> totals.apply(evidence).total());
        count("killed", evidence -> totals.apply(evidence).killed());
        count("survived", evidence -> totals.apply(evidence).survived());
        count("timedOut", evidence -> totals.apply(evidence).timedOut());
        count("noCoverage", evidence -> totals.apply(evidence).noCoverage());
        count("errors", evidence -> totals.apply(evidence).errors());
    }

    private void addInventory() {
        Function<Evidence, InventoryEvidence> inventory = InventoryEvidence.class::cast;
        count("components", evidence -> inventory.apply(evidence).components());
        add("licences", COUNTS, evidence -> longs(inventory.apply(evidence).licences()));
        text(
                "specification",
                evidence -> inventory.apply(evidence).specification().name());
        text(
                "specificationVersion",
                evidence -> inventory.apply(evidence).specification().version());
    }

    /// CEL's whole numbers are of 64 bits.
    private static SortedMap<String, Long> longs(SortedMap<String, Integer> counts) {
        var longs = new TreeMap<String, Long>();
        counts.forEach((name, count) -> longs.put(name, count.longValue()));
        return longs;
    }

    private void addApi() {
        Function<Evidence, ApiTotals> totals = evidence -> ((ApiEvidence) evidence).totals();
        count("operations", evidence -> totals.apply(evidence).operations());
        count("versioned", evidence -> totals.apply(evidence).versioned());
        count("secured", evidence -> totals.apply(evidence).secured());
        count("described", evidence -> totals.apply(evidence).described());
        count("schemas", evidence -> totals.apply(evidence).schemas());
    }

    private void addFacts() {
        Function<Evidence, FactsEvidence> facts = FactsEvidence.class::cast;
        for (var fact : Fact.values()) {
            count(fact.id(), evidence -> facts.apply(evidence).count(fact));
        }
        add(
                "files.byLanguage",
                COUNTS,
                evidence -> longs(facts.apply(evidence).project().files()));
        add(
                "readme.headings",
                TEXTS,
                evidence -> facts.apply(evidence).project().headings());
        add("settings", WORDS, evidence -> facts.apply(evidence).project().settings());
        add("dependencies", TEXTS, evidence -> facts.apply(evidence).project().dependencies());
    }

    private void text(String name, Function<Evidence, String> reading) {
        add(name, SimpleType.STRING, reading);
    }

    private void count(String name, ToLongFunction<Evidence> reading) {
        add(name, SimpleType.INT, reading::applyAsLong);
    }

    private void add(String name, CelType type, Function<Evidence, ?> reading) {
        add(name, type, reading, null);
    }

    private void add(String name, CelType type, Function<Evidence, ?> reading, Figure.@Nullable Gap gap) {
        figures.add(new Figure(prefix + "." + name, type, requirement, figures.size(), reading, gap));
    }
}
