package dev.plumbline.ingest.report.format.settings;

import static dev.plumbline.ingest.report.Samples.as;
import static dev.plumbline.ingest.report.Samples.only;
import static dev.plumbline.ingest.report.Samples.read;
import static dev.plumbline.ingest.report.Samples.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.model.evidence.Kind;
import dev.plumbline.model.evidence.SettingsEvidence;
import org.junit.jupiter.api.Test;

class SettingsReadersTest {
    private static SettingsEvidence settings(String text) {
        return only(SettingsEvidence.class, read(text));
    }

    @Test
    void rulesOfEslintThatWarnOrFailAreEnabled() {
        var settings = settings("""
                {"languageOptions": {"ecmaVersion": 2025, "globals": {"a": {"rules": {"x": 2}}}},
                 "rules": {"no-eval": [2], "no-console": ["warn", {"allow": ["error"]}], "eqeqeq": 1, "curly": "error",
                           "no-var": [0, "error"], "semi": "off", "quotes": 0, "empty": []}}""");

        assertThat(settings.kind()).isEqualTo(Kind.settings("eslint"));
        assertThat(settings.enabledRules()).containsExactly("curly", "eqeqeq", "no-console", "no-eval");
    }

    @Test
    void aConfigurationOfEslintWithoutRulesIsRefused() {
        assertThat(refusal("{\"languageOptions\": {}}", as("settings:eslint")).what())
                .contains("no rules");
    }

    @Test
    void optionsOfTheCompilerAreKeptAsTexts() {
        var settings = settings("""
                {"compilerOptions": {"strict": true, "target": "es2024", "maxNodeModuleJsDepth": 2, "lib": ["dom"],
                 "paths": {"@/*": ["./*"]}, "outDir": null}, "files": ["a.ts"]}""");

        assertThat(settings.kind()).isEqualTo(Kind.settings("tsc"));
        assertThat(settings.settings())
                .containsEntry("strict", "true")
                .containsEntry("target", "es2024")
                .containsOnlyKeys("strict", "target", "maxNodeModuleJsDepth");
    }

    @Test
    void modulesOfCheckstyleAreNamedWithoutTheirPackage() {
        var settings = settings("""
                <?xml version="1.0"?>
                <!DOCTYPE module PUBLIC "-//Checkstyle//DTD Checkstyle Configuration 1.3//EN" "https://checkstyle.org/dtds/configuration_1_3.dtd">
                <module name="com.puppycrawl.tools.checkstyle.Checker">
                  <property name="severity" value="error"/>
                  <module name="TreeWalker">
                    <module name="MagicNumber"><property name="ignoreNumbers" value="0"/></module>
                    <module name="com.puppycrawl.tools.checkstyle.checks.sizes.MethodLengthCheck"/>
                    <module name="LineLength"><property name="severity" value="ignore"/></module>
                  </module>
                </module>""");

        assertThat(settings.kind()).isEqualTo(Kind.settings("checkstyle"));
        assertThat(settings.enabledRules()).containsExactly("Checker", "MagicNumber", "MethodLength", "TreeWalker");
    }

    @Test
    void rulesOfPmdAreTakenOneByOneAndWithTheirCategoryButForWhatIsExcluded() {
        var reading = read("""
                <ruleset name="ours" xmlns="http://pmd.sourceforge.net/ruleset/2.0.0">
                  <rule ref="category/java/bestpractices.xml/SystemPrintln"/>
                  <rule ref="category/java/errorprone.xml"><exclude name="EmptyCatchBlock"/></rule>
                  <rule name="OurOwn" language="java" class="net.sourceforge.pmd.lang.rule.xpath.XPathRule"/>
                </ruleset>""");

        var settings = only(SettingsEvidence.class, reading);
        assertThat(settings.enabledRules())
                .contains("OurOwn", "SystemPrintln", "InvalidLogMessageFormat", "CloseResource")
                .doesNotContain("EmptyCatchBlock", "PreserveStackTrace", "AvoidCatchingGenericException");
        assertThat(settings.source().notes()).anyMatch(note -> note.contains("1 category is included as a whole"));
    }

    @Test
    void aRuleOfPmdThatMovedRanWhereBothCategoriesDidAndOtherRuleSetsSayNothing() {
        var reading = read("""
                <ruleset name="ours" xmlns="http://pmd.sourceforge.net/ruleset/2.0.0">
                  <rule ref="category/java/design.xml"/>
                  <rule ref="/category/java/errorprone.xml"/>
                  <rule ref="rulesets/java/quickstart.xml"/>
                  <rule ref="category/java/nothing.xml"/>
                </ruleset>""");

        var settings = only(SettingsEvidence.class, reading);
        assertThat(settings.enabledRules())
                .contains("AvoidCatchingGenericException", "GodClass", "EmptyCatchBlock")
                .doesNotContain("SystemPrintln");
        assertThat(settings.source().notes()).anyMatch(note -> note.contains("2 rule sets are included as a whole"));
    }

    @Test
    void whatIsNoConfigurationIsRefused() {
        assertThat(refusal("<module name=\"TreeWalker\"/>", as("settings:checkstyle"))
                        .what())
                .isNotEmpty();
        assertThat(refusal("{\"compilerOptions\": 3}", as("settings:tsc")).what())
                .isNotEmpty();
        assertThat(refusal("<ruleset><rule", as("settings:pmd")).what()).isNotEmpty();
    }
}
