package dev.plumbline.ingest.report;

import static dev.plumbline.ingest.report.Samples.as;
import static dev.plumbline.ingest.report.Samples.format;
import static dev.plumbline.ingest.report.Samples.only;
import static dev.plumbline.ingest.report.Samples.read;
import static dev.plumbline.ingest.report.Samples.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.ingest.report.syntax.Where;
import dev.plumbline.model.evidence.TestsEvidence;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/// What an attacker, or an accident, sends instead of a report.
class HostileFilesTest {
    private static final String SUITE =
            "<testsuite name=\"pytest\"><testcase classname=\"a\" name=\"%s\"/></testsuite>";

    @Test
    void externalEntityIsNeverResolved() {
        var refused = refusal(
                "<!DOCTYPE testsuite [<!ENTITY x SYSTEM \"file:///etc/hostname\">]>\n<testsuite><testcase name=\"a\">"
                        + "<failure>&x;</failure></testcase></testsuite>");
        assertThat(refused.what()).isEqualTo("The XML cannot be read: Undeclared general entity \"x\".");
        assertThat(refused.where()).isInstanceOf(Where.Place.class);
        assertThat(refused.fix()).contains("without entity declarations");
    }

    @Test
    void entityInAnAttributeIsRefused() {
        var refused =
                refusal("<!DOCTYPE testsuite [<!ENTITY x \"boo\">]>\n<testsuite><testcase name=\"&x;\"/></testsuite>");
        assertThat(refused.what()).isEqualTo("The XML cannot be read: Undeclared general entity \"x\".");
        assertThat(refused.where())
                .isInstanceOfSatisfying(
                        Where.Place.class, place -> assertThat(place.line()).isEqualTo(2));
    }

    @Test
    void billionLaughsEndAtTheFirstLaugh() {
        var lol = new StringBuilder("<!DOCTYPE testsuite [<!ENTITY a0 \"lol\">");
        for (int i = 1; i < 30; i++) {
            lol.append("<!ENTITY a")
                    .append(i)
                    .append(" \"")
                    .append(("&a" + (i - 1) + ";").repeat(10))
                    .append("\">");
        }
        assertThat(refusal(lol + "]><testsuite>&a29;</testsuite>").what())
                .isEqualTo("The XML cannot be read: Undeclared general entity \"a29\".");
    }

    @Test
    void quadraticBlowUpEndsAtTheFirstReference() {
        String long1 = "x".repeat(50_000);
        var refused = refusal("<!DOCTYPE testsuite [<!ENTITY a \"" + long1 + "\">]><testsuite>" + "&a;".repeat(10_000)
                + "</testsuite>");
        assertThat(refused.what()).isEqualTo("The XML cannot be read: Undeclared general entity \"a\".");
    }

    @Test
    void doctypeAloneIsTolerated() {
        String report = "<!DOCTYPE testsuite SYSTEM \"http://localhost:1/x.dtd\">" + SUITE.formatted("t");
        assertThat(only(TestsEvidence.class, read(report)).counted().tests()).isEqualTo(1);
    }

    @Test
    void deepXmlIsRefused() {
        assertThat(refusal("<testsuite>".repeat(100_000)).what())
                .contains("Depth")
                .contains("64");
    }

    @Test
    void manyAttributesAreRefused() {
        var attributes = new StringBuilder();
        for (int i = 0; i < 65; i++) {
            attributes.append(" a").append(i).append("=\"\"");
        }
        assertThat(refusal("<testsuite" + attributes + "/>").what()).contains("64");
    }

    @Test
    void hugeAttributeIsRefused() {
        assertThat(refusal("<testsuite name=\"" + "x".repeat(100_000) + "\"/>").what())
                .contains("65536");
    }

    @Test
    void truncatedXmlNamesThePlaceWhereItEnds() {
        var refused = refusal("<testsuite>\n<testcase name=\"a\">");
        assertThat(refused.format()).hasToString("junit-xml");
        assertThat(refused.where()).isEqualTo(new Where.Place(2, 19));
        assertThat(refused.what()).startsWith("The XML cannot be read: Unexpected EOF");
        assertThat(refused.fix()).contains("damaged or cut off");
    }

    @Test
    void deepJsonIsRefused() {
        assertThat(refusal("{\"runs\":[],\"x\":" + "[".repeat(100_000)).what()).contains("64");
        assertThat(refusal("[{\"fix\":" + "[".repeat(100_000), format("ruff-json"))
                        .what())
                .contains("64");
    }

    @Test
    void longNumberIsRefused() {
        var refused = refusal("{\"version\":\"2.1.0\",\"runs\":[],\"x\":" + "9".repeat(1_000_000) + "}");
        assertThat(refused.what()).contains("32");
    }

    @Test
    void infiniteNumberIsRefused() {
        var refused = refusal("{\"version\":\"2.1.0\",\n\"x\":1e1000000000,\"runs\":[]}");
        assertThat(refused.what()).isEqualTo("The number 1e1000000000 is too large.");
        assertThat(refused.where()).isEqualTo(new Where.Place(2, 5));
    }

    @Test
    void repeatedKeyIsRefused() {
        var refused = refusal("{\"version\":\"2.1.0\",\"runs\":[],\n\"runs\":[]}");
        assertThat(refused.what()).isEqualTo("The JSON cannot be read: Duplicate field 'runs'.");
        assertThat(refused.where())
                .isInstanceOfSatisfying(
                        Where.Place.class, place -> assertThat(place.line()).isEqualTo(2));
    }

    @Test
    void floodOfKeysIsRefused() {
        var flood = new StringBuilder("{\"version\":\"2.1.0\",\"runs\":[],\"properties\":{\"k\":0");
        for (int i = 0; i <= 100_000; i++) {
            flood.append(",\"k").append(i).append("\":0");
        }
        assertThat(refusal(flood + "}}").what()).isEqualTo("An object has more than 100000 fields.");
    }

    @Test
    void secondValueBehindTheReportIsRefused() {
        var refused = refusal("[]\n[]", as("findings:ruff"));
        assertThat(refused.what()).isEqualTo("The file goes on after the end of its JSON value.");
        assertThat(refused.where()).isEqualTo(new Where.Place(2, 1));
    }

    @Test
    void packedFilesAreNamedAsWhatTheyAre() {
        assertThat(refusal(new byte[] {'B', 'Z', 'h', '9'}, Declared.NOTHING).what())
                .isEqualTo("The file is a bzip2 file.");
    }

    @Test
    void coveragesOwnDatabaseIsAnsweredWithTheCommandThatMakesAReport() {
        assertThat(refusal("SQLite format 3\0…").fix()).contains("`coverage xml`");
    }

    @Test
    void zerosAreNotText() {
        assertThat(refusal(new byte[4_000], Declared.NOTHING).what()).isEqualTo("The file is not text.");
    }

    @Test
    void emptyFileIsNoCleanResult() {
        var refused = refusal("", as("findings:ruff"));
        assertThat(refused.what()).isEqualTo("The file is empty.");
        assertThat(refusal(" \n ").what()).isEqualTo("The file is empty.");
    }

    @Test
    void unknownFormatIsAnsweredWithTheNearestOnes() {
        var refused = refusal("<suites><suite/></suites>");
        assertThat(refused.what())
                .startsWith("The report's format is not known. Nearest: ")
                .contains("junit-xml (its root element is <testsuites> or <testsuite> or "
                        + "<testrun>, here it is <suites>)");
        assertThat(refused.fix())
                .startsWith("Known formats are ")
                .contains("cobertura", "junit-xml", "pip-audit-json", "ruff-json", "ruff-settings", "sarif");
    }

    @Test
    void textInUtf16IsRead() {
        byte[] xml = ("\uFEFF<?xml version=\"1.0\" encoding=\"UTF-16\"?>" + SUITE.formatted("тест"))
                .getBytes(StandardCharsets.UTF_16LE);
        assertThat(only(TestsEvidence.class, read(xml, Declared.NOTHING))
                        .counted()
                        .tests())
                .isEqualTo(1);
        byte[] json = "\uFEFF[]".getBytes(StandardCharsets.UTF_16LE);
        assertThat(read(json, as("findings:ruff")).findings()).isEmpty();
    }

    @Test
    void textInUtf32IsRefused() {
        byte[] xml = "\uFEFF<testsuite/>".getBytes(Charset.forName("UTF-32LE"));
        assertThat(refusal(xml, Declared.NOTHING).what()).isEqualTo("The report is written in UTF-32.");
    }

    @Test
    void declaredWindowsEncodingIsRead() {
        byte[] xml = ("<?xml version=\"1.0\" encoding=\"windows-1252\"?><testsuite><testcase name=\"a\"><failure"
                        + " message=\"größer\"/></testcase></testsuite>")
                .getBytes(Charset.forName("windows-1252"));
        var tests = only(TestsEvidence.class, read(xml, Declared.NOTHING));
        assertThat(tests.notPassed().getFirst().message()).isEqualTo("größer");
    }

    @Test
    void unknownEncodingIsRefusedWithItsPlace() {
        var refused = refusal("<?xml version=\"1.0\" encoding=\"klingon-8\"?><testsuite/>");
        assertThat(refused.what()).isEqualTo("The report declares the encoding «klingon-8», which is not known.");
        assertThat(refused.where()).isEqualTo(new Where.Place(1, 31));
    }

    @Test
    void controlCharactersAreReplacedAndCounted() {
        var tests = only(TestsEvidence.class, read(SUITE.formatted("a\u001b[1mb\u0000")));
        assertThat(tests.source().notes())
                .contains("2 characters that cannot be decoded, or that are not allowed, were replaced.");
    }

    @Test
    void brokenBytesAreReplacedAndCounted() {
        byte[] xml = SUITE.formatted("a~b").getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < xml.length; i++) {
            xml[i] = xml[i] == '~' ? (byte) 0xC3 : xml[i];
        }
        var tests = only(TestsEvidence.class, read(xml, Declared.NOTHING));
        assertThat(tests.source().notes())
                .contains("1 characters that cannot be decoded, or that are not allowed, were replaced.");
    }

    @Test
    void xml11IsRead() {
        assertThat(only(TestsEvidence.class, read("<?xml version=\"1.1\"?>" + SUITE.formatted("a&#1;")))
                        .counted()
                        .tests())
                .isEqualTo(1);
    }

    @Test
    void directionMarksAndControlsAreShownAsEscapes() {
        var tests = only(
                TestsEvidence.class,
                read("<testsuite><testcase name=\"a\u202Eb\"><failure message=\"&#27;[31m\"/></testcase></testsuite>"));
        assertThat(tests.notPassed().getFirst().name()).isEqualTo("::a\\u202eb");
        assertThat(tests.notPassed().getFirst().message()).isEqualTo("\\u001b[31m");
    }

    @Test
    void refusalShowsNothingOfTheMachine() {
        var out = new StringWriter();
        refusal("<testsuite>").printStackTrace(new PrintWriter(out, true));
        assertThat(out.toString()).doesNotContain("\tat ").doesNotContain("wstx");
    }

    @Test
    void unknownDeclaredFormatIsAnsweredWithTheKnownOnes() {
        assertThat(refusal("[]", format("ruff-yaml")).what())
                .isEqualTo("The declared format «ruff-yaml» is not known.");
    }

    @Test
    void declaredFormatThatIsNotTheContentIsRefused() {
        assertThat(refusal("{}", format("ruff-json")).what())
                .isEqualTo("The value of the report is an object, not a list.");
        assertThat(refusal("<a/>", format("cobertura")).what()).isEqualTo("The root element is <a>, not <coverage>.");
    }

    @Test
    void kindThatContradictsTheContentIsRefused() {
        var refused = refusal(SUITE.formatted("t"), as("audit"));
        assertThat(refused.what())
                .isEqualTo("The report was declared as audit, but it is a JUnit test report, which cannot be that.");
    }

    @Test
    void emptyListWithoutKindIsRefused() {
        assertThat(refusal("[]").what()).contains("does not say which tool ran");
        assertThat(refusal("[]", as("audit")).what()).contains("does not say which tool ran");
    }
}
