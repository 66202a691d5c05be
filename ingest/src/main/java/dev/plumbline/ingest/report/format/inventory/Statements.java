package dev.plumbline.ingest.report.format.inventory;

import dev.plumbline.ingest.report.Aside;
import dev.plumbline.ingest.report.Figures;
import dev.plumbline.ingest.report.Notes;
import dev.plumbline.ingest.report.Reading;
import dev.plumbline.ingest.report.ReportInput;
import dev.plumbline.ingest.report.ReportReader;
import dev.plumbline.ingest.report.ToolRuns;
import dev.plumbline.ingest.report.finding.Finding;
import dev.plumbline.ingest.report.format.audit.VulnerabilityScan;
import dev.plumbline.ingest.report.syntax.Allowance;
import dev.plumbline.ingest.report.syntax.JsonCursor;
import dev.plumbline.ingest.report.syntax.Texts;
import dev.plumbline.model.evidence.Evidence;
import dev.plumbline.model.evidence.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// The in-toto statements of one file, added up.
final class Statements {
    static final String TYPE = "https://in-toto.io/Statement/";
    private static final int WORD_CHARS = 300;

    private final Allowance allowance;
    private final Notes notes = new Notes();
    private final TestResults tests;
    private @Nullable Bom bom;
    private @Nullable SpdxDocument spdx;
    private @Nullable VulnerabilityScan scan;
    private @Nullable String builder;
    private final List<Finding> findings = new ArrayList<>();
    private int inventories;
    private int statements;
    private int subjects;
    private int materials;
    private int others;
    private boolean provenance;
    private String other = "";

    Statements(Allowance allowance) {
        this.allowance = allowance;
        this.tests = new TestResults(allowance);
    }

    Notes notes() {
        return notes;
    }

    /// What is known of one statement while it is being read.
    static final class Statement {
        private @Nullable String type;
        private @Nullable String predicateType;
        private boolean predicate;
    }

    /// What a predicate is, by its type.
    private enum Predicate {
        TESTS,
        PROVENANCE,
        CYCLONEDX,
        SPDX,
        VULNERABILITIES,
        OTHER;

        static Predicate of(String type) {
            if (type.startsWith("https://in-toto.io/attestation/test-result/")) {
                return TESTS;
            }
            if (type.startsWith("https://slsa.dev/provenance/")) {
                return PROVENANCE;
            }
            if (type.startsWith("https://cyclonedx.org/")) {
                return CYCLONEDX;
            }
            if (type.startsWith("https://in-toto.io/attestation/vulns")
                    || type.endsWith("cosign.sigstore.dev/attestation/vuln/v1")) {
                return VULNERABILITIES;
            }
            return type.startsWith("https://spdx.dev/Document") ? SPDX : OTHER;
        }
    }

    /// @param later looks for the type of the predicate in what is still to come
    void field(JsonCursor json, String name, Statement statement, Supplier<String> later) {
        switch (name) {
            case "_type" -> statement.type = json.text(name, WORD_CHARS);
            case "predicateType" -> statement.predicateType = json.text(name, WORD_CHARS);
            case "subject" -> json.array(name, () -> subjects++);
            case "predicate" -> {
                if (statement.predicateType == null) {
                    statement.predicateType = later.get();
                }
                statement.predicate = true;
                predicate(json, Predicate.of(statement.predicateType));
            }
            default -> {
                // nothing else belongs to a statement
            }
        }
    }

    private void predicate(JsonCursor json, Predicate predicate) {
        switch (predicate) {
            case TESTS -> {
                tests.begin();
                json.object("the predicate", name -> tests.field(json, name));
                tests.end();
            }
            case PROVENANCE -> {
                provenance = true;
                json.object("the predicate", name -> provenance(json, name));
            }
            case CYCLONEDX -> {
                inventory(json);
                var found = new Bom(allowance);
                bom = found;
                json.object("the predicate", new CycloneDxJson(json, found)::field);
            }
            case SPDX -> {
                inventory(json);
                var found = new SpdxDocument(allowance);
                spdx = found;
                json.object("the predicate", new SpdxJson(json, found)::field);
            }
            case VULNERABILITIES -> {
                VulnerabilityScan found = scan == null ? new VulnerabilityScan(allowance) : scan;
                scan = found;
                found.read(json);
            }
            case OTHER -> {
                // passed over
            }
        }
    }

    private void inventory(JsonCursor json) {
        if (++inventories > 1) {
            throw json.wrong("The file holds statements with several inventories; send each of them on its own.");
        }
    }

    /// Version 0.2 has its materials and its builder at the top, version 1 one level below.
    private void provenance(JsonCursor json, String name) {
        switch (name) {
            case "materials" -> json.array(name, () -> materials++);
            case "buildDefinition" ->
                json.object(name, field -> {
                    if (field.equals("resolvedDependencies")) {
                        json.array(field, () -> materials++);
                    }
                });
            case "builder" -> builder(json);
            case "runDetails" ->
                json.object(name, field -> {
                    if (field.equals("builder")) {
                        builder(json);
                    }
                });
            default -> {
                // parameters and metadata
            }
        }
    }

    private void builder(JsonCursor json) {
        json.object("the builder", name -> {
            String id = name.equals("id") ? json.textOrNothing(WORD_CHARS) : null;
            builder = id == null ? builder : Texts.shown(id, 200);
        });
    }

    /// A statement that has been read to its end.
    void add(Statement statement, JsonCursor json) {
        if (statement.type == null || !statement.type.startsWith(TYPE)) {
            throw json.wrong("A statement does not say in _type that it is one of in-toto.");
        }
        String predicateType = statement.predicateType;
        if (predicateType == null || !statement.predicate) {
            throw json.wrong("A statement has no predicate, or does not say of which type it is.");
        }
        statements++;
        if (Predicate.of(predicateType) == Predicate.OTHER || Predicate.of(predicateType) == Predicate.PROVENANCE) {
            others++;
            other = Texts.shown(predicateType, 100);
        }
    }

    Reading reading(ReportReader reader, ReportInput input) {
        var figures = Figures.builder().put("subjects", subjects);
        if (provenance) {
            figures.put("materials", materials);
        }
        var evidence = new ArrayList<Evidence>();
        if (others > 0 && others < statements) {
            notes.add(others + " statements, such as of the type «" + other + "», are evidence of nothing here.");
        }
        if (bom != null) {
            notes.all().forEach(bom.sheet().notes()::add);
            take(bom.reading(reader, input), evidence, figures);
        }
        if (spdx != null) {
            notes.all().forEach(spdx.sheet().notes()::add);
            take(spdx.reading(reader, input), evidence, figures);
        }
        if (scan != null) {
            notes.all().forEach(scan.notes()::add);
            take(scan.reading(reader, input), evidence, figures);
        }
        if (!tests.isEmpty()) {
            evidence.add(tests.evidence(input, source(reader, input, null)));
            tests.figures(figures);
        }
        if (!evidence.isEmpty()) {
            return new Reading(evidence, findings, figures.build());
        }
        var aside = new Aside(
                source(reader, input, builder),
                "This is an attestation of the type «" + other + "», which is evidence of nothing here.",
                "Send the reports themselves, or an attestation of test results, of a scan for vulnerabilities or of a bill of materials.");
        return Reading.of(aside, figures.build());
    }

    private Source source(ReportReader reader, ReportInput input, @Nullable String stated) {
        var declared = input.declared().tool();
        String tool = stated != null ? stated : declared.name() != null ? declared.name() : "in-toto";
        return reader.source(input, ToolRuns.joined(ToolRuns.Stated.of(tool, null), declared), notes);
    }

    private void take(Reading inner, List<Evidence> evidence, Figures.Builder figures) {
        evidence.addAll(inner.evidence());
        findings.addAll(inner.findings());
        inner.figures().counted().forEach(figures::put);
    }
}
