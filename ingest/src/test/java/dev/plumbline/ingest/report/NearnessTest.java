package dev.plumbline.ingest.report;

import static dev.plumbline.ingest.report.Samples.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class NearnessTest {
    @Test
    void formatsThatSpeakOfTheSameFieldsComeFirst() {
        assertThat(refusal("{\"dependencies\":[],\"a\":1,\"b\":2}").what())
                .startsWith("The report's format is not known. Nearest: ")
                .contains("the fields dependencies, ");
    }

    @Test
    void rootElementThatIsNearlyKnownIsFound() {
        assertThat(refusal("<coverages version=\"1\"/>").what()).contains("its root element is <coverage>");
    }

    @Test
    void textOfNoKnownToolIsShown() {
        assertThat(refusal("\nOffences by cop\n3  Style/X\n").what())
                .isEqualTo("The report's format is not known. It is plain text and begins with «Offences by cop»;"
                        + " a report in JSON, XML or SARIF is known by its form.");
    }

    @Test
    void onlyAFewAreNamed() {
        assertThat(refusal("<hello/>").what().split("; ")).hasSizeLessThanOrEqualTo(3);
    }

    @Test
    void formatOfAnotherSyntaxIsNoHelp() {
        assertThat(refusal("<metrics version=\"7.5.0\" source=\"PMD\"><package name=\"a\"/></metrics>")
                        .what())
                .doesNotContain("-json");
    }
}
