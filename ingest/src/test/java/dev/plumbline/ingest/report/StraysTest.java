package dev.plumbline.ingest.report;

import static dev.plumbline.ingest.report.Samples.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StraysTest {
    @ParameterizedTest(name = "{1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "'{\"result\": {\"line\": 94.2, \"branch\": 80.0}}' | .resultset.json",
                "'===== test session starts =====\ncollected 3 items\n' | --junitxml",
                "'.F.s\n1 failed, 2 passed, 1 skipped in 0.16s\n' | --junitxml",
                "'Name     Stmts   Miss  Cover\n---\nshop.py     20      7    65%\n' | coverage xml",
                "'=== RUN   TestTotal\n--- PASS: TestTotal (0.00s)\nPASS\n' | go test -json",
                "'shop/cart.go:5:\tTotal\t\t100.0%\ntotal:\t\t\t(statements)\t71.4%\n' | -coverprofile",
                "'FAIL ./a.test.js (17.775 s)\n  \u25cf breaks\n\nTests:       1 failed, 2 passed, 3 total\n' | --outputFile",
                "'  cart\n    sums\n\n  2 passing (5ms)\n  1 failing\n' | --reporter json",
                "'Run started:2026-11-24 19:53:13.551033\n\nTest results:\n>> Issue: [B404:blacklist] Consider\n' | -f json",
                "'[==========] Running 2 tests from 1 test suite.\n[ RUN      ] Cart.Sums\n' | --gtest_output",
                "'##teamcity[testCount count=''10'' flowId=''1'']\n' | JUnit XML",
                "'PHPUnit 9.6.7 by Sebastian Bergmann and contributors.\n\n.F.\n' | --log-junit",
                "'==42== Memcheck, a memory error detector\n==42== ERROR SUMMARY: 1 errors from 1 contexts\n' | --xml=yes",
                "'File ''cart.c''\nLines executed:88.89% of 9\n' | gcovr --json",
                "'t/a.t .. ok\nAll tests successful.\nFiles=1, Tests=5,  0 wallclock secs\nResult: PASS\n' | TAP",
                "'2  Layout/SpaceInsideParens\n--\n9  Total in 2 files\n' | --format json",
                "'Found a 15 line (114 tokens) duplication in the following files:\nStarting at line 3 of /src/A.java\n' | --format xml",
                "'1..1\nnot ok 1 - bad.rb\n# bad.rb:1:1: C: Style/Documentation: Missing comment\n' | -f json",
                "'{\"result\": [{\"scriptId\": \"6\", \"url\": \"file:///a.js\", \"functions\": []}]}' | c8 report",
                "'[INFO] Scanning for projects...\n[INFO] BUILD SUCCESS\n' | surefire-reports",
                "'running 2 tests\n\ntest result: ok. 2 passed; 0 failed; 0 ignored\n' | nextest",
                "'In a.sh line 2:\nfor f in $(ls); do\n         ^---^ SC2045 (error): Iterating\n' | --format=json1",
                "'a (alpine 3.10)\nTotal: 1 (UNKNOWN: 0, LOW: 0, HIGH: 1)\n' | --format json",
                "'NAME  INSTALLED  FIXED-IN  TYPE  VULNERABILITY  SEVERITY\na     1          2         npm   GHSA-x-y-z     High\n' | grype -o json",
                "'# npm audit report\n\nminimist  <0.2.1\n' | npm audit --json",
                "'Found 1 known vulnerability in 1 package\nName Version ID Fix Versions\n---- ------- -- ------------\n' | --format json",
                "'-------|---------|--------\nFile   | % Stmts | % Branch\n' | coverage-final.json",
                "'terraform scan results:\n\nPassed checks: 1, Failed checks: 1, Skipped checks: 0\n' | --output json",
                "'1 issue(s) found:\n\nWarning: Missing version (r)\n' | --format json",
                "'Finding:     x\nRuleID:      aws\nFile:        a.py\n' | --report-format json",
                "'\u2502 1 Code Finding \u2502\n\n    a.py\n' | --json --output",
                "'{\"type\": \"Point\", \"data\": {}, \"metric\": \"http_reqs\"}\n{\"type\": \"Point\", \"data\": {}, \"metric\": \"vus\"}\n' | --summary-export",
                "'{\"type\": \"GROUP\", \"name\": \"All\", \"path\": \"\", \"stats\": {}, \"contents\": {}}' | assertions.xml",
                "'##vso[task.logissue type=error;sourcepath=a.ts;linenumber=1;columnnumber=8;code=no-var;]x\n' | SARIF",
                "'::group::a.yaml\n::error file=a.yaml,line=1,col=4::1:4 [colons] too many spaces\n' | SARIF",
                "'--- shop/mail.py\t2026\n+++ shop/mail.py\t2026\n@@ -1,7 +1,8 @@\n' | --check",
                "'<!DOCTYPE html>\n<html><head><meta charset=\"utf-8\"><title>x</title></head></html>' | HTML",
                "'TAP version 14\n1..1\nnot ok 1 - a.css\n  ---\n  block-no-empty:\n    - message: \"Empty\"\n      severity: error\n  ...\n' | -f json"
            })
    void whatIsWrittenForPeopleIsAnsweredWithTheWayToTheReport(String text, String option) {
        ReportRefused refused = refusal(text.translateEscapes());

        assertThat(refused.what()).startsWith("The file is no report that can be read: it is ");
        assertThat(refused.fix()).contains(option);
    }

    @Test
    void emptyObjectIsNoReport() {
        assertThat(refusal("{}").what()).startsWith("The report is an empty object: ");
    }

    @Test
    void errorOfAnAuditIsToldWhereverItStands() {
        assertThat(refusal(
                                "{\"message\": \"405 Method Not Allowed\", \"error\": {\"summary\": \"\", \"detail\": \"\"}, \"vulnerabilities\": {}, \"auditReportVersion\": 2}")
                        .what())
                .contains("«405 Method Not Allowed»");
    }
}
