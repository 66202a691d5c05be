package dev.plumbline.ingest.report.format.settings;

import dev.plumbline.ingest.report.Declared;
import dev.plumbline.ingest.report.FormatPage;
import dev.plumbline.ingest.report.Head;
import dev.plumbline.ingest.report.Looks;
import dev.plumbline.ingest.report.Reading;
import dev.plumbline.ingest.report.Recognition;
import dev.plumbline.ingest.report.ReportInput;
import dev.plumbline.ingest.report.ReportReader;
import dev.plumbline.ingest.report.Shape;
import dev.plumbline.ingest.report.syntax.Allowance;
import dev.plumbline.ingest.report.syntax.Xml;
import dev.plumbline.ingest.report.syntax.XmlCursor.Step;
import dev.plumbline.model.evidence.Format;
import dev.plumbline.model.evidence.Kind;
import java.io.IOException;
import java.util.TreeSet;

/// A ruleset of PMD (definition: ruleset_2_0_0.xsd). Taken are rules that are named one by one, and of
/// whole categories for Java those that every PMD 7 has there, without what is excluded.
final class PmdRulesetReader implements ReportReader {
    private static final String TOOL = "pmd";
    private static final Kind KIND = Kind.settings(TOOL);
    private static final int EXCLUDED = 10_000;
    private static final String ROOT = "ruleset";

    @Override
    public Format format() {
        return new Format("pmd-ruleset");
    }

    @Override
    public int version() {
        return 3;
    }

    @Override
    public String title() {
        return "a ruleset of PMD";
    }

    @Override
    public FormatPage page() {
        return new FormatPage(
                "the ruleset that PMD ran with",
                "2.0.0",
                "rules that are referred to or defined one by one; of whole categories for Java, those that every PMD"
                        + " 7 has",
                "other rule sets, properties, patterns of files",
                "https://docs.pmd-code.org/latest/pmd_userdocs_making_rulesets.html");
    }

    @Override
    public boolean canBe(Kind kind) {
        return kind.equals(KIND);
    }

    @Override
    public Recognition recognise(Head head, Declared declared) {
        boolean pmd = head.shape() instanceof Shape.Xml xml && xml.namespace().contains("pmd.sourceforge.net");
        Recognition look = Looks.root(head, ROOT);
        return pmd || KIND.equals(declared.kind()) || !(look instanceof Recognition.Match)
                ? look
                : Recognition.alike("its namespace is PMD's, here it is not; declare the kind " + KIND);
    }

    @Override
    public Reading read(ReportInput input, Head head, Allowance allowance) throws IOException {
        var sheet = new SettingsSheet(allowance);
        var categories = new TreeSet<String>();
        var excluded = new TreeSet<String>();
        int others = 0;
        try (var xml = Xml.open(input.content(), allowance)) {
            for (Step step = xml.next(); step != Step.DONE; step = xml.next()) {
                if (step != Step.START) {
                    continue;
                }
                if (xml.name().equals("exclude") && excluded.size() < EXCLUDED) {
                    excluded.add(xml.attribute("name", ""));
                } else if (xml.name().equals("rule")) {
                    String ref = xml.attribute("ref", xml.attribute("name", ""));
                    String category = PmdCategories.named(ref);
                    if (!category.isEmpty()) {
                        categories.add(category);
                    } else if (ref.endsWith(".xml")) {
                        others++;
                    } else {
                        sheet.enable(ref.substring(ref.lastIndexOf('/') + 1));
                    }
                }
            }
            sheet.notes().replaced(xml.replacedCharacters());
        }
        PmdCategories.rules(categories).stream()
                .filter(rule -> !excluded.contains(rule))
                .forEach(sheet::enable);
        remark(sheet, categories.size(), others);
        return sheet.reading(this, input, TOOL);
    }

    private static void remark(SettingsSheet sheet, int categories, int others) {
        if (categories > 0) {
            sheet.notes()
                    .add(categories + (categories == 1 ? " category is" : " categories are")
                            + " included as a whole: the rules that each PMD 7 has there count as"
                            + " run. Name others that a standard asks for one by one.");
        }
        if (others > 0) {
            sheet.notes()
                    .add(others + " rule sets are included as a whole. Which rules they hold is not known here: name"
                            + " those that a standard asks for one by one.");
        }
    }
}
