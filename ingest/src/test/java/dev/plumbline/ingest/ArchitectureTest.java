package dev.plumbline.ingest;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "dev.plumbline", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    @ArchTest
    static final ArchRule INGEST_KNOWS_NO_OTHER_SERVICE = noClasses()
            .that()
            .resideInAPackage("dev.plumbline.ingest..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("dev.plumbline.analyzer..", "dev.plumbline.reporter..", "dev.plumbline.standalone..");

    @ArchTest
    static final ArchRule KAFKA_IS_KNOWN_WHERE_RECORDS_ARE_SENT_AND_FOLLOWED = noClasses()
            .that()
            .resideOutsideOfPackages(
                    "dev.plumbline.ingest.publish..", "dev.plumbline.ingest.follow..", "dev.plumbline.ingest.await..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.apache.kafka..");

    @ArchTest
    static final ArchRule READING_A_REPORT_KNOWS_NO_HTTP_AND_NO_STORE = noClasses()
            .that()
            .resideInAPackage("dev.plumbline.ingest.report..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.eclipse.jetty..", "dev.plumbline.http..", "dev.plumbline.ingest.store..");

    @ArchTest
    static final ArchRule PACKAGES_DEPEND_ONE_WAY =
            slices().matching("dev.plumbline.ingest.(*)..").should().beFreeOfCycles();
}
