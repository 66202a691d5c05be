package dev.plumbline.ingest.report.format;

import static dev.plumbline.ingest.report.Samples.as;
import static dev.plumbline.ingest.report.Samples.corpus;
import static dev.plumbline.ingest.report.Samples.only;
import static dev.plumbline.ingest.report.Samples.read;
import static dev.plumbline.ingest.report.Samples.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.ingest.report.Declared;
import dev.plumbline.ingest.report.DeclaredTool;
import dev.plumbline.ingest.report.Samples;
import dev.plumbline.model.evidence.FindingGroup;
import dev.plumbline.model.evidence.FindingGroup.Area;
import dev.plumbline.model.evidence.FindingsEvidence;
import dev.plumbline.model.evidence.Kind;
import dev.plumbline.model.evidence.Position;
import dev.plumbline.model.evidence.SettingsEvidence;
import dev.plumbline.model.evidence.Severity;
import dev.plumbline.model.evidence.ToolRun.Success;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class RuffReadersTest {
    private static final String FINDING =
            "{\"code\":%s,\"filename\":%s,\"location\":%s,\"message\":\"%s\",\"noqa_row\":1,\"fix\":null}";

    private static String finding(String code, String file, int row, String message) {
        return FINDING.formatted("\"" + code + "\"", "\"" + file + "\"", "{\"row\":" + row + ",\"column\":1}", message);
    }

    @Test
    void sameRunInJsonAndSarifIsTheSameEvidence() {
        var json = only(
                FindingsEvidence.class,
                read(corpus("ruff-json/rf-cli__lint__output_format_json.json"), Declared.NOTHING));
        var sarif = only(
                FindingsEvidence.class,
                read(corpus("sarif/rf-cli__lint__output_format_sarif.sarif"), Declared.NOTHING));
        assertThat(json.kind()).isEqualTo(sarif.kind()).isEqualTo(Kind.findings("ruff"));
        assertThat(json.groups()).extracting(FindingGroup::rule).containsExactly("F401", "F821", "invalid-syntax");
        assertThat(json.groups()).extracting(FindingGroup::severity).containsOnly(Severity.HIGH);
        assertThat(json.groups().stream().map(FindingGroup::rule).toList())
                .isEqualTo(sarif.groups().stream().map(FindingGroup::rule).toList());
        assertThat(json.enabledRules()).isEmpty();
        assertThat(sarif.enabledRules()).isEmpty();
    }

    @Test
    void emptyListIsCleanWhenDeclaredAsRuff() {
        var clean = only(FindingsEvidence.class, read("[]", as("findings:ruff")));
        assertThat(clean.open()).isZero();
    }

    @Test
    void fileNamesAndPlacesMayBeNull() {
        var findings =
                only(FindingsEvidence.class, read("[" + FINDING.formatted("null", "null", "null", "unreadable") + "]"));
        assertThat(findings.groups())
                .containsExactly(new FindingGroup(
                        "invalid-syntax",
                        Area.SOURCE,
                        Severity.HIGH,
                        1,
                        0,
                        List.of(new Position("", 0, "unreadable"))));
        assertThat(findings.source().notes()).hasSize(1);
    }

    @Test
    void findingsOfTestsStandApartAndCheckoutFoldersAreTakenOff() {
        var findings = only(
                FindingsEvidence.class,
                read("[" + finding("S101", "/home/runner/work/shop/shop/tests/test_a.py", 3, "assert") + ","
                        + finding("S101", "/home/runner/work/shop/shop/shop/a.py", 4, "assert") + "]"));
        assertThat(findings.groups()).extracting(FindingGroup::area).containsExactly(Area.SOURCE, Area.TEST);
        assertThat(findings.groups().getFirst().samples()).containsExactly(new Position("shop/a.py", 4, "assert"));
    }

    @Test
    void movedLinesKeepTheirFingerprintsAndOrderDoesNotMatter() {
        String a = finding("E501", "a.py", 3, "Line too long (99 > 88)");
        String moved = finding("E501", "a.py", 7, "Line too long (98 > 88)");
        String b = finding("F401", "b.py", 1, "unused");
        var before = only(FindingsEvidence.class, read("[" + a + "," + b + "]"));
        var after = only(FindingsEvidence.class, read("[" + b + "," + moved + "]"));
        assertThat(after.fingerprints()).isEqualTo(before.fingerprints());
        var twice = only(FindingsEvidence.class, read("[" + a + "," + moved + "," + b + "]"));
        assertThat(twice.fingerprints().count()).isEqualTo(3);
        assertThat(only(FindingsEvidence.class, read("[" + b + "," + moved + "," + a + "]"))
                        .groups())
                .isEqualTo(twice.groups());
    }

    @Test
    void exitCodeSaysWhetherRuffDidItsWork() {
        assertThat(success(0)).isEqualTo(Success.SUCCEEDED);
        assertThat(success(1)).isEqualTo(Success.SUCCEEDED);
        assertThat(success(2)).isEqualTo(Success.FAILED);
        assertThat(success(137)).isEqualTo(Success.FAILED);
    }

    private static Success success(int exitCode) {
        var declared = new Declared(
                Kind.findings("ruff"), null, new DeclaredTool("ruff", "0.16.9", exitCode, null, null, null));
        return only(FindingsEvidence.class, read("[]", declared))
                .source()
                .tool()
                .success();
    }

    @Test
    void listOfAnotherToolIsNotRuffs() {
        assertThat(refusal("[" + finding("F401", "a.py", 1, "unused") + "]", as("findings:pylint"))
                        .what())
                .isEqualTo(
                        "The report was declared as findings:pylint, but it is a list of ruff's findings, which cannot be that.");
    }

    @Test
    void settingsNameTheRulesThatRan() {
        var settings = only(SettingsEvidence.class, read(settingsText()));
        assertThat(settings.kind()).isEqualTo(Kind.settings("ruff"));
        assertThat(settings.enabledRules())
                .hasSize(95)
                .contains("F401", "E501", "D103", "E902")
                .doesNotContain("S608");
        assertThat(settings.settings())
                .containsEntry("linter.line_length", "100")
                .containsEntry("linter.preview", "disabled")
                .containsEntry("linter.per_file_ignores", "tests/*");
    }

    @Test
    void ruleThatIsIgnoredInEveryFileDoesNotCountAsEnabled() {
        String everywhere = settingsText().replace("basename_matcher = \"tests/*\"", "basename_matcher = \"*\"");
        var settings = only(SettingsEvidence.class, read(everywhere));
        assertThat(settings.enabledRules()).contains("F401").doesNotContain("D103");
        assertThat(settings.source().notes()).hasSize(1);
    }

    @Test
    void conventionOfOlderVersionsIsKept() {
        var settings = only(
                SettingsEvidence.class,
                read(
                        "linter.rules.enabled = [\n\tundocumented-public-function (D103),\n]\nlinter.pydocstyle.convention = google\n"));
        assertThat(settings.settings()).containsEntry("linter.pydocstyle.convention", "google");
        assertThat(settings.enabledRules()).containsExactly("D103");
    }

    @Test
    void settingsThatBreakOffAreRefused() {
        var refused = refusal("linter.rules.enabled = [\n\tunused-import (F401),\n");
        assertThat(refused.what()).isEqualTo("The text ends inside linter.rules.enabled.");
        assertThat(refusal("linter.rules.enabled = [\n\tunused import\n]").where())
                .hasToString("line 2, column 1");
    }

    private static String settingsText() {
        try (var in = Samples.class.getResourceAsStream("/ruff-settings/ruff-0.16.9.txt")) {
            return new String(java.util.Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
