package dev.plumbline.standalone.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StandardsCommandTest {
    private static final Path STANDARDS = Path.of("../../standards");
    private static final Path PYTHON = STANDARDS.resolve("backend-engineer-python");
    private static final String ACCOUNTED = "62 of 62 clauses accounted for: 52 enforced, 3 attested, 7 guidance";

    @TempDir
    private Path folder;

    private record Said(int code, String out, String err) {}

    private static Said say(String... words) {
        var out = new StringWriter();
        var err = new StringWriter();
        int code = PlumblineCommand.line()
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute(words);
        return new Said(code, out.toString(), err.toString());
    }

    /// A persona of somebody else, with the shipped one's headings and bullets in other words and another
    /// order here and there.
    private Path persona() throws IOException {
        String text = Files.readString(PYTHON.resolve("persona.md"))
                .replace(
                        "Audit dependencies at least weekly with pip-audit or safety",
                        "Dependencies: audited weekly (pip-audit)")
                .replace("Document what is public, in Google or NumPy style", "Docstrings everywhere")
                .replace("Obey the organisation's", "Keep to our")
                .replace("# Backend Engineer (Python)", "# People who write Python here");
        return Files.writeString(folder.resolve("python-people.md"), text);
    }

    private Path adopted() throws IOException {
        Path out = folder.resolve("own");
        assertThat(say(
                                "standards",
                                "adopt",
                                "backend-engineer-python",
                                "--persona",
                                persona().toString(),
                                "--out",
                                out.toString())
                        .code())
                .isZero();
        return out;
    }

    private static void edit(Path file, String from, String to) throws IOException {
        String text = Files.readString(file);
        assertThat(text).contains(from);
        Files.writeString(file, text.replace(from, to));
    }

    @Test
    void theShippedStandardsAreSoundAndAccountForEveryClause() {
        var said = say("standards", "lint", STANDARDS.toString());

        assertThat(said.out().lines().filter(it -> it.contains(" error: ") || it.contains(" warning: ")))
                .isEmpty();
        assertThat(said.code()).isZero();
        assertThat(said.out()).contains("backend-engineer-python 2.2.0: " + ACCOUNTED + "\n");
        assertThat(said.out())
                .contains(
                        "backend-engineer-java 1.1.0: 38 of 38 clauses accounted for: 35 enforced",
                        "frontend-engineer-typescript 1.1.0: 34 of 34 clauses accounted for: 30 enforced",
                        "platform-engineer-go 1.1.0: 35 of 35 clauses accounted for: 32 enforced");
        assertThat(said.out()).doesNotContain("unresolved");
        assertThat(said.err()).isEmpty();
    }

    @Test
    void everyRuleOfTheShippedStandardsWasSeenToPassAndToFail() {
        var said = say("standards", "test", PYTHON.toString());

        assertThat(said.code()).isZero();
        assertThat(said.out()).contains("50 of 50 rules were seen to pass and to fail, and 6 ask for an attestation");
    }

    @Test
    void thePageOfCoverageIsUpToDate() throws IOException {
        var said = say("standards", "coverage", "--markdown", STANDARDS.toString());

        assertThat(said.out())
                .as("made by ./plumbline standards coverage --markdown > docs/standards-coverage.md")
                .isEqualTo(Files.readString(Path.of("../../docs/standards-coverage.md")));
    }

    @Test
    void coverageIsThereForMachinesAndForTerminals() throws IOException {
        var json = JsonMapper.builder()
                .build()
                .readTree(say("standards", "coverage", "--json", PYTHON.toString())
                        .out())
                .get(0);

        assertThat(json.get("clauses").asInt()).isEqualTo(62);
        assertThat(json.get("standings").get("enforced").asInt()).isEqualTo(52);
        assertThat(json.get("summary").asText()).isEqualTo(ACCOUNTED);
        assertThat(json.get("rows")).hasSize(62);
        assertThat(json.get("rules").get(0).get("proven").asBoolean()).isTrue();
        assertThat(say("standards", "coverage", PYTHON.toString()).out())
                .contains("enforced    SECURITY PRACTICES 3: py.sec.sql-parameterised");
        assertThat(say("standards", "coverage", "--json", "--markdown", PYTHON.toString())
                        .code())
                .isEqualTo(2);
    }

    @Test
    void somebodysOwnProseIsAdoptedByteForByteAndIsSoundAtOnce() throws IOException {
        Path own = adopted();

        var said = say("standards", "lint", own.toString());

        assertThat(Files.readAllBytes(own.resolve("python-people.md"))).isEqualTo(Files.readAllBytes(persona()));
        assertThat(said.out().strip()).endsWith(ACCOUNTED);
        assertThat(said.code()).isZero();
    }

    @Test
    void theFilesThatSomebodysProseNamesAreUnresolvedUntilTheyAreThere() throws IOException {
        Path own = adopted();
        assertThat(say("standards", "lint", own.toString()).out())
                .contains("note: «user.md» is unresolved: 6 bullets name it");
        edit(
                own.resolve("standard.yaml"),
                "persona: python-people.md\n",
                "persona: python-people.md\ninherits: [{ ref: user.md, standard: org/user, version: 1.x }]\n");

        var said = say("standards", "lint", own.toString());

        assertThat(said.out()).doesNotContain("user.md").contains("note: «agent.tester.md» is unresolved", ACCOUNTED);
        assertThat(said.code()).isZero();
        assertThat(say("standards", "coverage", own.toString()).out())
                .containsPattern("enforced +TESTING STRATEGY 1: py.test.coverage, .*org.test.coverage");
    }

    @Test
    void adoptingSaysWhatItDoubtsAndOverwritesNothing() throws IOException {
        Path own = adopted();

        var again = say(
                "standards",
                "adopt",
                "backend-engineer-python",
                "--persona",
                persona().toString(),
                "--out",
                own.toString());

        assertThat(again.code()).isEqualTo(2);
        assertThat(again.err()).contains("not empty");
        var other = say(
                "standards",
                "adopt",
                "backend-engineer-python",
                "--persona",
                persona().toString(),
                "--out",
                folder.resolve("two").toString(),
                "--as",
                "acme/python");
        assertThat(other.out())
                .contains("CLEAN CODE STANDARDS 5 «Docstrings everywhere» stands for «Document what is public")
                .contains("acme/python 1.0.0", "62 of 62 clauses paired");
        assertThat(say("standards", "adopt", "nothing", "--persona", persona().toString(), "--out", "x")
                        .err())
                .contains("there is backend-engineer-python");
        assertThat(say("standards", "adopt", "backend-engineer-python", "--persona", "nowhere.md", "--out", "x")
                        .err())
                .contains("no such file");
    }

    @Test
    void aPersonaWithNothingToPairIsRefusedWithAReason() throws IOException {
        Path prose = Files.writeString(folder.resolve("prose.md"), "# Only prose\n\nNo bullets.\n");
        Path other = Files.writeString(folder.resolve("other.md"), "## COOKING\n- Salt late\n");
        String out = folder.resolve("never").toString();

        assertThat(say("standards", "adopt", "backend-engineer-python", "--persona", prose.toString(), "--out", out)
                        .err())
                .contains("prose.md» has no bullet, so there is nothing to pair");
        assertThat(say("standards", "adopt", "backend-engineer-python", "--persona", other.toString(), "--out", out)
                        .err())
                .contains("other.md» has nothing in common with backend-engineer-python");
        assertThat(Path.of(out)).doesNotExist();
    }

    @Test
    void editsOfTheProseAreNamedOneByOne() throws IOException {
        Path own = adopted();
        Path text = own.resolve("python-people.md");
        edit(text, "Dependencies: audited weekly (pip-audit)", "Dependencies: audited daily (osv-scanner)");
        edit(text, "- Lint with `ruff` under a strict set of rules, and leave nothing open\n", "");
        edit(text, "- Give numbers a name; no unexplained literals in comparisons\n", "");
        edit(
                text,
                "## PRINCIPLES\n",
                "## PRINCIPLES\n- Give numbers a name; no unexplained literals in comparisons\n- Ship on Fridays\n");

        var said = say("standards", "lint", own.toString());

        assertThat(said.code()).isEqualTo(1);
        assertThat(said.out())
                .containsPattern(
                        "standard.yaml:\\d+:\\d+: error: rule py.sec.dependency-audit: bullet SECURITY PRACTICES 6 .*"
                                + " has changed")
                .containsPattern(
                        "standard.yaml:\\d+:\\d+: error: rule py.code.ruff-strict: the persona has no bullet CLEAN"
                                + " CODE STANDARDS 4")
                .containsPattern(
                        "standard.yaml:\\d+:\\d+: note: bullet CLEAN CODE STANDARDS 6, «Give numbers a name; .*», has"
                                + " moved to PRINCIPLES 1, in the same words; rule py.code.magic-numbers means it")
                .containsPattern(
                        "python-people.md:\\d+:1: error: nothing answers for bullet PRINCIPLES 2, «Ship on Fridays»")
                .contains("60 of 62 clauses accounted for");
    }

    @Test
    void aStandardThatCannotBeReadIsSaidAtItsPlace() throws IOException {
        Path own = adopted();
        edit(own.resolve("standard.yaml"), "keyword: must", "keyword: shall");

        var said = say("standards", "lint", own.toString());

        assertThat(said.code()).isEqualTo(1);
        assertThat(said.out()).containsPattern("standard.yaml:\\d+:\\d+: error: rules.\\d+.keyword");
        assertThat(say("standards", "test", own.toString()).code()).isEqualTo(1);
        assertThat(say("standards", "coverage", own.toString()).code()).isEqualTo(2);
        assertThat(say("standards", "diff", own.toString(), own.toString()).code())
                .isEqualTo(2);
    }

    @Test
    void misuseIsRefusedInASentence() {
        assertThat(say("standards", "lint", folder.resolve("none").toString()).err())
                .contains("is not a folder");
        assertThat(say("standards", "lint", folder.toString()).err()).contains("No standard.yaml lies in");
        assertThat(say("standards", "lint", folder.toString()).code()).isEqualTo(2);
        assertThat(say("standards", "adopt", "backend-engineer-python").code()).isEqualTo(2);
        assertThat(say("standards", "diff", PYTHON.toString()).code()).isEqualTo(2);
    }

    @Test
    void aBindingThatLoosensIsAnError() throws IOException {
        Path own = adopted();
        Files.createDirectories(own.resolve("bindings"));
        Files.writeString(own.resolve("bindings/all.yaml"), """
                apiVersion: plumbline.dev/v1
                kind: Binding
                id: all
                revision: 1
                standard: own/backend-engineer-python
                version: 1.x
                select: rest
                step: warn
                effectiveFrom: 2026-01-01T00:00:00Z
                params: { py.test.coverage: { line: 0.5 } }
                """);

        var said = say("standards", "lint", own.toString());

        assertThat(said.code()).isEqualTo(1);
        assertThat(said.out()).contains("all.yaml:10:37: error: rule py.test.coverage: a binding may only tighten");
    }

    @Test
    void aDifferenceNamesTheVersionThatItDemands() throws IOException {
        Path before = adopted();
        Path after = folder.resolve("after");
        say(
                "standards",
                "adopt",
                "backend-engineer-python",
                "--persona",
                persona().toString(),
                "--out",
                after.toString());
        assertThat(say("standards", "diff", before.toString(), after.toString()).out())
                .isEqualTo("Nothing differs.\n");
        edit(
                after.resolve("standard.yaml"),
                "line: { value: 0.8, direction: higher }",
                "line: { value: 0.9, direction: higher }");

        var low = say("standards", "diff", before.toString(), after.toString());
        edit(after.resolve("standard.yaml"), "version: 1.0.0", "version: 2.0.0");
        var enough = say("standards", "diff", before.toString(), after.toString());

        assertThat(low.code()).isEqualTo(1);
        assertThat(low.out())
                .contains("tightened (major): rule py.test.coverage: parameter line goes from 0.8 to 0.9.")
                .contains("2.0.0 or later; it says 1.0.0, which is too low.");
        assertThat(enough.code()).isZero();
        assertThat(say("standards", "diff", before.toString(), PYTHON.toString())
                        .err())
                .contains("only versions of one standard can be compared");
    }

    @Test
    void aSoundStandardIsPutToTheServerWithTheToken() throws IOException {
        var asked = new ArrayList<String>();
        var server = server(201, "{}", asked);
        Path token = Files.writeString(folder.resolve("token"), "secret\n");
        try {
            var said = say(
                    "standards",
                    "publish",
                    STANDARDS.toString(),
                    "--server",
                    url(server),
                    "--token-file",
                    token.toString());

            assertThat(said.code()).isZero();
            assertThat(said.out())
                    .contains("backend-engineer-python 2.2.0: published, sha256:", "binding default: published");
            assertThat(asked)
                    .contains(
                            "PUT /api/v1/standards/backend-engineer-python/2.2.0 Bearer secret",
                            "PUT /api/v1/standards/org/user/1.0.0 Bearer secret",
                            "PUT /api/v1/bindings/default Bearer secret");
        } finally {
            server.stop(0);
        }
    }

    @Test
    void aRefusalIsPassedOnAndAnUnsoundStandardIsNotSent() throws IOException {
        var asked = new ArrayList<String>();
        var server = server(409, "{\"detail\": \"It is published.\", \"fix\": \"Use a new version.\"}", asked);
        try {
            var refused = say("standards", "publish", PYTHON.toString(), "--server", url(server));
            Path own = adopted();
            edit(own.resolve("python-people.md"), "Docstrings everywhere", "Comments everywhere");
            var unsound = say("standards", "publish", own.toString(), "--server", url(server));

            assertThat(refused.code()).isEqualTo(1);
            assertThat(refused.err()).contains("was refused (409): It is published. Use a new version.");
            assertThat(unsound.code()).isEqualTo(1);
            assertThat(unsound.err()).contains("has changed", "was not published");
            assertThat(asked).hasSize(1);
        } finally {
            server.stop(0);
        }
        assertThat(say("standards", "publish", PYTHON.toString(), "--server", url(server))
                        .err())
                .contains("Nobody answers at");
    }

    private static String url(HttpServer server) {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    private static HttpServer server(int status, String body, List<String> asked) throws IOException {
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            asked.add((exchange.getRequestMethod() + " " + exchange.getRequestURI() + " "
                            + exchange.getRequestHeaders().getFirst("Authorization"))
                    .strip());
            exchange.getRequestBody().readAllBytes();
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
        server.start();
        return server;
    }
}
