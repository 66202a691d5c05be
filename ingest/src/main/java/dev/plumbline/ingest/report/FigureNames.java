package dev.plumbline.ingest.report;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.SequencedMap;

/// The names of figures and what is counted under each. All are whole numbers.
public final class FigureNames {
    /// name → meaning, related names together
    public static final SequencedMap<String, String> MEANINGS = meanings();

    private FigureNames() {}

    private static SequencedMap<String, String> meanings() {
        var names = new LinkedHashMap<String, String>();
        names.put("linesCovered", "distinct (file, line) pairs that were hit; JaCoCo: its own LINE counter");
        names.put("linesTotal", "distinct (file, line) pairs that are listed; JaCoCo: its own LINE counter");
        names.put("branchesCovered", "branches taken; Cobertura: the best value of each line");
        names.put("branchesTotal", "branches listed");
        names.put("statementsCovered", "statements run, in formats that count statements");
        names.put("statementsTotal", "statements listed");
        names.put("methodsCovered", "methods or functions entered");
        names.put("methodsTotal", "methods or functions listed");
        names.put("instructionsCovered", "bytecode instructions run");
        names.put("instructionsTotal", "bytecode instructions listed");
        names.put("classesCovered", "classes of which something was run");
        names.put("classesTotal", "classes listed");
        names.put("complexityCovered", "cyclomatic complexity of what was run");
        names.put("complexityTotal", "cyclomatic complexity listed");
        names.put("elementsCovered", "Clover: statements, conditionals and methods that were run");
        names.put("elementsTotal", "Clover: statements, conditionals and methods");
        names.put("linesMissing", "statements that were not run, where the report counts them");
        names.put("excluded", "lines that the report leaves out of its figures");
        names.put("files", "files that the report names");
        names.put("tests", "test cases; each counts once, as failure before error before skipped");
        names.put("passed", "test cases that passed");
        names.put("failures", "test cases that failed");
        names.put(
                "errors",
                "test cases that broke; for linters the entries of their error level; else errors of the tool itself");
        names.put("skipped", "test cases that were skipped; for audits the dependencies that could not be looked at");
        names.put("flaky", "test cases that passed only when repeated");
        names.put("reruns", "repetitions of test cases");
        names.put("suites", "test suites");
        names.put("suiteLevelErrors", "errors and failures of a suite as a whole, without a test case");
        names.put("packages", "packages that the report names");
        names.put("packagesFailed", "packages that failed, for a test or as a whole");
        names.put("findings", "entries as listed, nothing merged, nothing left out");
        names.put(
                "suppressed",
                "entries that the report itself marks as suppressed: among the findings, or beside them where the tool keeps "
                        + "them apart; in SARIF all entries with suppressions, rejected ones too");
        names.put("warnings", "entries of the linter's warning level");
        names.put("notes", "entries of the linter's lowest level");
        names.put("runs", "runs of tools in one file");
        names.put("rules", "rules that the settings enable");
        names.put("vulnerabilities", "entries of known vulnerabilities");
        names.put(
                "misconfigurations",
                "entries of checks of configuration as listed, passed ones too where the report lists them");
        names.put("misconfFail", "checks of configuration that failed");
        names.put("secrets", "entries of secrets");
        names.put("verified", "secrets that the tool tried and that work");
        names.put("licenses", "entries of licences; for inventories the different licences");
        names.put(
                "dependencies",
                "dependencies that were looked at or skipped; for inventories the entries of the dependency graph");
        names.put("vulnerableDependencies", "dependencies with at least one vulnerability");
        names.put("advisories", "different advisories of npm and Yarn, which list one for each package or way to it");
        names.put("withFix", "entries of vulnerabilities for which a fixed version is known");
        names.put("instances", "places at which a scanner of running sites saw its findings");
        names.put("fixes", "changes that the tool made or tried to make");
        names.put("components", "components, nested ones included, the thing itself that an inventory is about not");
        names.put("services", "services that an inventory lists");
        names.put("relationships", "relationships that an inventory lists");
        names.put("mutations", "mutants");
        names.put("mutationsKilled", "mutants for which a test failed");
        names.put("detected", "mutants that the tests noticed: killed or timed out");
        names.put("mutationsSurvived", "mutants whose code was run and for which no test failed");
        names.put("mutationsTimedOut", "mutants with which the tests did not end, or memory ran out");
        names.put("mutationsNoCoverage", "mutants whose code no test ran");
        names.put("mutationsErrors", "mutants that did not compile or broke outside of any test");
        names.put("checks", "checks of a scorecard");
        names.put("inconclusive", "checks of a scorecard that could not be made");
        names.put("operations", "operations of an API description");
        names.put("versioned", "operations whose path or server names a version");
        names.put("secured", "operations that demand a security scheme");
        names.put("described", "operations with a summary or a description");
        names.put("subjects", "artefacts about which statements are made");
        names.put("materials", "what an artefact was built from, as a statement lists it");
        names.put("facts", "facts that a collector looked for in a working tree");
        names.put("schemas", "named schemas of an API description");
        return Collections.unmodifiableSequencedMap(names);
    }
}
