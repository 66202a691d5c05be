package dev.plumbline.collect.project;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.collect.Facts;
import dev.plumbline.collect.Trees;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ManifestsTest {
    @TempDir
    Path root;

    private Facts of(String path, String text) {
        return new Trees(root).with(path, text).collect();
    }

    @Test
    void mavenSaysWhatIsUsedAndWhichJavaItIsFor() {
        var facts = of("pom.xml", """
                <project>
                  <properties><java.version>25</java.version><other>1</other></properties>
                  <dependencies>
                    <!-- <dependency><groupId>no</groupId><artifactId>no</artifactId></dependency> -->
                    <dependency><groupId>org.flywaydb</groupId><artifactId>flyway-core</artifactId>
                      <exclusions><exclusion><groupId>x</groupId><artifactId>y</artifactId></exclusion></exclusions>
                    </dependency>
                  </dependencies>
                  <build><plugins><plugin><artifactId>maven-compiler-plugin</artifactId></plugin></plugins></build>
                </project>
                """);

        assertThat(facts.dependencies()).containsExactly("maven-compiler-plugin", "org.flywaydb:flyway-core");
        assertThat(facts.settings()).containsEntry("maven.java.version", "25").hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<project><dependencies>",
                "<!DOCTYPE p [<!ENTITY a SYSTEM \"file:///etc/hostname\">]><project><properties><java.version>&a;"
                        + "</java.version></properties></project>"
            })
    void hostilePomsSayNothing(String text) {
        var facts = of("pom.xml", text);

        assertThat(facts.settings()).isEmpty();
        assertThat(facts.dependencies()).isEmpty();
    }

    @Test
    void gradleSaysWhatIsUsed() {
        var facts = new Trees(root)
                .with("build.gradle.kts", """
                        // implementation("no:no:1")
                        /* "no:no" */
                        dependencies { implementation("org.slf4j:slf4j-api:2.0"); testImplementation(project(":core")) }
                        val url = "https://example.org:443/a"
                        """)
                .with("app/build.gradle", "dependencies { runtimeOnly 'org.postgresql:postgresql:42.7' }\n'open")
                .with("gradle/libs.versions.toml", """
                        [libraries]
                        a = "io.micrometer:micrometer-core:1.17"
                        b = { module = "org.flywaydb:flyway-core", version = "11" }
                        c = { group = "com.acme", name = "thing" }
                        """)
                .collect();

        assertThat(facts.dependencies())
                .containsExactly(
                        "com.acme:thing",
                        "io.micrometer:micrometer-core",
                        "org.flywaydb:flyway-core",
                        "org.postgresql:postgresql",
                        "org.slf4j:slf4j-api");
    }

    @Test
    void goSaysItsVersion() {
        var facts = of("go.mod", "module a\n\ngo 1.25\n\ntoolchain go1.25.3\n\nrequire github.com/go-chi/chi v5.0.0\n");

        assertThat(facts.settings()).containsEntry("go.go", "1.25").containsEntry("go.toolchain", "go1.25.3");
        assertThat(facts.dependencies()).containsExactly("github.com/go-chi/chi");
    }
}
