package dev.plumbline.reporter;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "dev.plumbline.reporter", importOptions = ImportOption.DoNotIncludeTests.class)
final class ArchitectureTest {
    @ArchTest
    static final ArchRule theReporterKnowsNoOtherService = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("dev.plumbline.ingest..", "dev.plumbline.analyzer..", "dev.plumbline.standalone..");

    @ArchTest
    static final ArchRule whatIsShownKnowsNoKafka = noClasses()
            .that()
            .resideInAnyPackage("..reporter.rest..", "..reporter.web..", "..reporter.metrics..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.apache.kafka..");

    @ArchTest
    static final ArchRule theReadModelKnowsNothingOfWhatIsMadeOfIt = noClasses()
            .that()
            .resideInAPackage("..reporter.projection..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "..reporter.rest..",
                    "..reporter.web..",
                    "..reporter.metrics..",
                    "..reporter.notify..",
                    "..reporter.decide..");
}
