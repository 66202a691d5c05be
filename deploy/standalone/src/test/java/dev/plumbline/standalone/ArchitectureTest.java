package dev.plumbline.standalone;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "dev.plumbline", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    @ArchTest
    static final ArchRule KAFKA_S_INTERNALS_ARE_USED_IN_ONE_PLACE = noClasses()
            .that()
            .resideOutsideOfPackage("dev.plumbline.standalone.broker..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("kafka..", "org.apache.kafka.metadata..", "org.apache.kafka.server..", "scala..");

    @ArchTest
    static final ArchRule SERVICES_ARE_KNOWN_ONLY_HERE = noClasses()
            .that()
            .resideOutsideOfPackage("dev.plumbline.standalone..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("dev.plumbline.standalone..");

    @ArchTest
    static final ArchRule INGEST_KNOWS_NO_OTHER_SERVICE = noClasses()
            .that()
            .resideInAPackage("dev.plumbline.ingest..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("dev.plumbline.analyzer..", "dev.plumbline.reporter..");

    @ArchTest
    static final ArchRule THE_ANALYZER_KNOWS_NO_OTHER_SERVICE = noClasses()
            .that()
            .resideInAPackage("dev.plumbline.analyzer..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("dev.plumbline.ingest..", "dev.plumbline.reporter..");

    @ArchTest
    static final ArchRule THE_REPORTER_KNOWS_NO_OTHER_SERVICE = noClasses()
            .that()
            .resideInAPackage("dev.plumbline.reporter..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("dev.plumbline.ingest..", "dev.plumbline.analyzer..");

    @ArchTest
    static final ArchRule THE_COLLECTOR_KNOWS_NOTHING_BUT_THE_MODEL = noClasses()
            .that()
            .resideInAPackage("dev.plumbline.collect..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "dev.plumbline.http..",
                    "dev.plumbline.ingest..",
                    "dev.plumbline.analyzer..",
                    "dev.plumbline.reporter..",
                    "dev.plumbline.model.wire..");

    @ArchTest
    static final ArchRule NO_SERVICE_COLLECTS = noClasses()
            .that()
            .resideInAnyPackage("dev.plumbline.ingest..", "dev.plumbline.analyzer..", "dev.plumbline.reporter..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("dev.plumbline.collect..");

    @ArchTest
    static final ArchRule WHAT_MUST_HOLD_BEFORE_A_START_KNOWS_NOTHING_THAT_STARTS = noClasses()
            .that()
            .resideInAPackage("dev.plumbline.standalone.start..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "dev.plumbline.standalone.run..",
                    "dev.plumbline.standalone.command..",
                    "dev.plumbline.standalone.broker..");
}
