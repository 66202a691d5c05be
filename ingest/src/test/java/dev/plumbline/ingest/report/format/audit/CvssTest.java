package dev.plumbline.ingest.report.format.audit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Scores as the National Vulnerability Database gives them for these vectors.
class CvssTest {
    @ParameterizedTest
    @CsvSource({
        "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H, 9.8",
        "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:C/C:H/I:H/A:H, 10.0",
        "CVSS:3.0/AV:N/AC:L/PR:N/UI:N/S:U/C:N/I:N/A:L, 5.3",
        "CVSS:3.1/AV:N/AC:H/PR:H/UI:R/S:U/C:L/I:L/A:L, 3.9",
        "CVSS:3.1/AV:N/AC:L/PR:N/UI:R/S:C/C:L/I:L/A:N, 6.1",
        "CVSS:3.1/AV:L/AC:L/PR:L/UI:N/S:U/C:H/I:H/A:H/E:P, 7.8",
        "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:N/I:N/A:N, 0",
        "AV:N/AC:L/Au:N/C:P/I:P/A:P, 7.5",
        "(AV:N/AC:L/Au:N/C:C/I:C/A:C), 10.0",
        "AV:L/AC:L/Au:N/C:N/I:P/A:N, 2.1",
        "AV:N/AC:L/Au:N/C:N/I:N/A:N, 0"
    })
    void vectorHasItsScore(String vector, double score) {
        assertThat(Cvss.score(vector)).isEqualTo(score);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "9.8",
                "CVSS:3.1/AV:N",
                "CVSS:3.1/AV:X/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H",
                "CVSS:4.0/AV:N/AC:L/AT:N/PR:N/UI:N/VC:H/VI:H/VA:H/SC:N/SI:N/SA:N",
                "AV:N/AC:L"
            })
    void whatIsNoVectorOfTheseVersionsHasNoScore(String text) {
        assertThat(Cvss.score(text)).isNull();
    }
}
