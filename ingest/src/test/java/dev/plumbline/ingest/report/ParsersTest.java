package dev.plumbline.ingest.report;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/// Limits hold for every format only because no reader can make a parser of its own.
@AnalyzeClasses(packages = "dev.plumbline.ingest", importOptions = ImportOption.DoNotIncludeTests.class)
class ParsersTest {
    @ArchTest
    static final ArchRule xmlParsersAreMadeInOnePlace = noClasses()
            .that()
            .resideOutsideOfPackage("dev.plumbline.ingest.report.syntax")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("javax.xml..", "org.xml..", "org.w3c..", "com.ctc.wstx..", "org.codehaus.stax2..");

    @ArchTest
    static final ArchRule jsonParsersAreMadeInOnePlace = noClasses()
            .that()
            .resideInAPackage("dev.plumbline.ingest.report..")
            .and()
            .resideOutsideOfPackage("dev.plumbline.ingest.report.syntax")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("com.fasterxml.jackson..");

    @ArchTest
    static final ArchRule readersNeverBindJsonToObjects = noClasses()
            .that()
            .resideInAPackage("dev.plumbline.ingest.report..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("com.fasterxml.jackson.databind..");

    /// The `build` part of an upload is read under stricter limits of its own. Of reports Jackson says what
    /// is wrong with them.
    @ArchTest
    static final ArchRule jsonFactoriesAreMadeByNobodyElse = noClasses()
            .that()
            .doNotHaveFullyQualifiedName("dev.plumbline.ingest.report.syntax.JsonFaults")
            .and()
            .doNotHaveFullyQualifiedName("dev.plumbline.ingest.statement.LocatedJson")
            .should()
            .dependOnClassesThat()
            .areAssignableTo("com.fasterxml.jackson.core.JsonFactory");

    @ArchTest
    static final ArchRule yamlIsParsedByNobodyElse = noClasses()
            .that()
            .doNotHaveFullyQualifiedName("dev.plumbline.ingest.report.syntax.Yaml")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.snakeyaml..");

    @ArchTest
    static final ArchRule readingIsPure = noClasses()
            .that()
            .resideInAPackage("dev.plumbline.ingest.report..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "java.net..", "java.nio.file..", "org.apache.kafka..", "org.eclipse.jetty..", "org.slf4j..");

    @ArchTest
    static final ArchRule syntaxKnowsNothingAboveIt = noClasses()
            .that()
            .resideInAPackage("dev.plumbline.ingest.report.syntax")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "dev.plumbline.ingest.report",
                    "dev.plumbline.ingest.report.format",
                    "dev.plumbline.ingest.report.finding");
}
