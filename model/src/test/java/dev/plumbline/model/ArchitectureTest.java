package dev.plumbline.model;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "dev.plumbline", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    @ArchTest
    static final ArchRule THE_MODEL_KNOWS_NO_SERVICE_AND_NO_KAFKA = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "org.apache.kafka..",
                    "org.eclipse.jetty..",
                    "dev.plumbline.ingest..",
                    "dev.plumbline.analyzer..",
                    "dev.plumbline.reporter..",
                    "dev.plumbline.standalone..",
                    "dev.plumbline.http..");

    @ArchTest
    static final ArchRule ONLY_THE_WIRE_KNOWS_JACKSON = noClasses()
            .that()
            .resideOutsideOfPackage("dev.plumbline.model.wire..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("com.fasterxml..");

    @ArchTest
    static final ArchRule THE_MODEL_READS_NO_CLOCK_AND_NO_ENVIRONMENT = noClasses()
            .should()
            .callMethod(java.time.Instant.class, "now")
            .orShould()
            .callMethod(System.class, "currentTimeMillis")
            .orShould()
            .callMethod(System.class, "getenv", String.class)
            .orShould()
            .dependOnClassesThat()
            .areAssignableTo(java.util.Random.class);
}
