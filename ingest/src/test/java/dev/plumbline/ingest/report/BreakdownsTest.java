package dev.plumbline.ingest.report;

import static dev.plumbline.ingest.report.Samples.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Whoever sends the last words of a tool that broke is told so, and not how many formats there are.
class BreakdownsTest {
    @ParameterizedTest(name = "{1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "'a.py:3: error: INTERNAL ERROR -- Please try using mypy master on GitHub:\nhttps://mypy.readthedocs.io/\nversion: 1.4.1\nTraceback (most recent call last):\n' | mypy",
                "'\nOops! Something went wrong! :(\n\nESLint: 8.36.0\n' | ESLint",
                "'ruff failed\n  Cause: Failed to parse pyproject.toml\n' | ruff",
                "'Traceback (most recent call last):\n  File \"bandit\", line 5, in <module>\nImportError: no\n' | Python",
                "'node:internal/modules/cjs/loader:1080\n  throw err;\n\nError: Cannot find module ''eslint''\n' | Node.js",
                "'Exception in thread \"main\" java.lang.NoClassDefFoundError: com/x/Y\n\tat com.x.Main.main(Main.java:3)\n' | Java",
                "'panic: runtime error: index out of range\n\ngoroutine 1 [running]:\nmain.main()\n' | Go",
                "'bash: line 1: ruff: command not found\n' | shell",
                "'/bin/sh: 1: trivy: not found\n' | shell"
            })
    void toolThatBrokeIsNamed(String text, String who) {
        ReportRefused refused = refusal(text.translateEscapes());

        assertThat(refused.what())
                .startsWith("The file is no report that can be read: it is ")
                .contains(who);
        assertThat(refused.fix()).doesNotContain("Known formats");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"message\": \"Not Found\", \"documentation_url\": \"https://docs.example.org\"}",
                "{\"error\": \"invalid_token\", \"error_description\": \"Not Found\"}",
                "{\"type\": \"about:blank\", \"title\": \"x\", \"status\": 404, \"detail\": \"Not Found\"}"
            })
    void answerOfAServerIsShownAsSuch(String text) {
        assertThat(refusal(text).what()).contains("an error in place of a report: «Not Found»");
    }

    @Test
    void coverageOfNothingIsTold() {
        assertThat(refusal("TN:\nend_of_record\n").fix()).startsWith("Nothing was measured");
    }

    @Test
    void testsOfGoBesideAPackageThatDoesNotBuildAreNoFindingsOfVet() {
        String text = """
                # example.com/shop/basket
                basket/basket.go:7:2: undefined: price
                FAIL\texample.com/shop/basket [build failed]
                === RUN   TestMenu
                --- PASS: TestMenu (0.00s)
                ok  \texample.com/shop/menu\t0.004s
                """;

        assertThat(refusal(text).fix()).contains("go test -json");
    }
}
