package dev.plumbline.http;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "dev.plumbline.http", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    @ArchTest
    static final ArchRule SPEAKING_HTTP_KNOWS_NOTHING_OF_WHAT_IS_SAID = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "dev.plumbline.model..",
                    "dev.plumbline.ingest..",
                    "dev.plumbline.analyzer..",
                    "dev.plumbline.reporter..",
                    "org.apache.kafka..");
}
