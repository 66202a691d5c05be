package dev.plumbline.ingest.report.format.tests;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.ingest.report.Samples;
import org.junit.jupiter.api.Test;

class SubunitReaderTest {
    @Test
    void testThatDoesNotEndIsAnError() {
        var figures = Samples.read("test: a\nsuccess: a\ntest: b\n").figures().counted();

        assertThat(figures)
                .containsEntry("tests", 2L)
                .containsEntry("errors", 1L)
                .containsEntry("passed", 1L);
    }

    @Test
    void detailsAreNoOutcomes() {
        var figures = Samples.read("test: a\nfailure: a [\nsuccess: x\n ]\nsuccess: y\n]\n")
                .figures()
                .counted();

        assertThat(figures).containsEntry("tests", 1L).containsEntry("failures", 1L);
    }

    @Test
    void streamThatEndsWithinDetailsIsNeverGreen() {
        var figures = Samples.read("test: a\nskip: a [\nno network\n").figures().counted();

        assertThat(figures).containsEntry("skipped", 1L).containsEntry("suiteLevelErrors", 1L);
    }

    @Test
    void logThatSpeaksOfTestsAndErrorsIsNoStream() {
        assertThat(Samples.refusal("test: starting\nerror: could not open the file\n")
                        .what())
                .contains("format is not known");
    }
}
