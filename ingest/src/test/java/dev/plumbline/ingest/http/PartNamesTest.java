package dev.plumbline.ingest.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.model.evidence.Evidence;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What a part is called may say what it is.
class PartNamesTest {
    private static final String JUNIT =
            "<testsuite name=\"s\" tests=\"1\"><testcase classname=\"s\" name=\"works\" time=\"0.1\"/></testsuite>";

    @TempDir
    private Path folder;

    private Door door;

    @BeforeEach
    void open() throws IOException {
        door = new Door(folder, UploadLimits.DEFAULT);
    }

    @AfterEach
    void close() {
        door.close();
    }

    @ParameterizedTest
    @CsvSource({
        "tests:integration, tests:integration",
        "tests:architecture, tests:architecture",
        "tests, tests:unit",
        "report, tests:unit",
        "app:junit, tests:unit"
    })
    void aPartThatIsNamedAfterAKindIsOfThatKind(String name, String kind) throws Exception {
        assertThat(door.upload(Form.build(Form.BUILD).part(name, "junit.xml", JUNIT))
                        .status())
                .isEqualTo(202);
        assertThat(door.sent().getFirst().evidence())
                .extracting(Evidence::kind)
                .singleElement()
                .hasToString(kind);
    }

    @Test
    void manyPartsMayBearOneName() throws Exception {
        door.upload(Form.build(Form.BUILD).part("tests:e2e", "a.xml", JUNIT).part("tests:e2e", "b.xml", JUNIT + "\n"));

        assertThat(door.sent().getFirst().evidence())
                .extracting(it -> it.kind().value())
                .containsExactly("tests:e2e", "tests:e2e");
    }

    @Test
    void theBuildPartGoesBeforeAName() throws Exception {
        var build = Form.BUILD.replace(
                "\"complete\"", "\"reports\": [{\"part\": \"junit.xml\", \"kind\": \"tests:e2e\"}], \"complete\"");
        door.upload(Form.build(build).part("tests:integration", "junit.xml", JUNIT));

        assertThat(door.sent().getFirst().evidence().getFirst().kind()).hasToString("tests:e2e");
    }

    @Test
    void aFileThatCannotBeWhatItIsNamedAfterIsRefused() throws Exception {
        var answer = door.upload(Form.build(Form.BUILD).part("coverage", "junit.xml", JUNIT));

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.json().path("detail").asText()).contains("declared as coverage");
        assertThat(door.sent()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "test:unit, tests:unit",
        "finding:ruff, findings:ruff",
        "Tests:Integration, tests:integration",
        "setings:ruff, settings:ruff"
    })
    void aNameThatIsNearlyAKindIsRefusedWithTheOneThatWasMeant(String name, String meant) throws Exception {
        var answer = door.upload(Form.build(Form.BUILD).part(name, "junit.xml", JUNIT));

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.json().path("detail").asText()).contains("«" + name + "»");
        assertThat(answer.json().path("fix").asText()).contains("Did you mean «" + meant + "»?");
        assertThat(door.sent()).isEmpty();
    }
}
