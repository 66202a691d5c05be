package dev.plumbline.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HttpServerTest {
    private static final int MAX_BODY = 2_000;
    private static HttpServer server;
    private static RawClient client;

    @BeforeAll
    static void start() {
        server = HttpServer.start(
                new HttpConfig(HttpConfig.LOOPBACK, 0, Tokens.none(), MAX_BODY),
                List.of(
                        Route.get(
                                "/repositories/{owner}/{name}",
                                Access.VIEW,
                                call -> Reply.text(200, call.path("owner") + "|" + call.path("name"))),
                        Route.get("/repositories/{owner}/latest", Access.VIEW, _ -> Reply.text(200, "the literal one")),
                        Route.get("/badges/{name}.svg", Access.VIEW, call -> Reply.text(200, call.path("name"))),
                        Route.get("/files/{path...}", Access.VIEW, call -> Reply.text(200, call.path("path"))),
                        Route.get(
                                "/query",
                                Access.VIEW,
                                call -> Reply.text(
                                        200,
                                        call.queryInt("limit", 7, 1, 10) + "|"
                                                + call.query("name").orElse("none"))),
                        Route.get(
                                "/whoami",
                                Access.VIEW,
                                call -> Reply.text(200, call.principal().name())),
                        Route.get("/variable", Access.VIEW, call -> Reply.text(200, call.path("absent"))),
                        Route.get("/boom", Access.VIEW, _ -> {
                            throw new IllegalStateException("a secret of the inside");
                        }),
                        Route.get("/later", Access.VIEW, _ -> {
                            throw Problem.unavailable("The log does not answer.");
                        }),
                        Route.get(
                                "/stream",
                                Access.VIEW,
                                _ -> Reply.stream(
                                        "text/event-stream",
                                        out -> out.write("data: 1\n\n".getBytes(StandardCharsets.UTF_8)))),
                        Route.get(
                                "/torn",
                                Access.VIEW,
                                _ -> Reply.stream("text/plain", _ -> {
                                    throw new IOException("a secret of the disk");
                                })),
                        Route.get(
                                "/broken-off",
                                Access.VIEW,
                                _ -> Reply.stream("text/plain", out -> {
                                    out.write("the first half".getBytes(StandardCharsets.UTF_8));
                                    out.flush();
                                    throw new IOException("a secret of the disk");
                                })),
                        Route.post(
                                "/echo", Access.PUBLISH, call -> Reply.bytes(200, call.contentType(), call.body(100))),
                        Route.post("/gives-up", Access.PUBLISH, HttpServerTest::afterOneByte),
                        Route.put("/thing", Access.PUBLISH, _ -> Reply.empty(204)),
                        Route.delete("/thing", Access.PUBLISH, _ -> Reply.empty(204))));
        client = new RawClient(server.port());
    }

    private static Reply afterOneByte(Call call) {
        try (var body = call.bodyStream()) {
            throw Problem.badRequest("The first byte is " + body.read() + ".");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @ParameterizedTest
    @CsvSource({
        "/repositories/acme/payments, acme|payments",
        "/repositories/acme/latest, the literal one",
        "/badges/payments.svg, payments",
        "/files/a/b/c, a/b/c",
        "/repositories/a+b/caf%C3%A9, a+b|café",
        "/query, 7|none",
        "/query?limit=10&name=x, 10|x",
        "/query?name=, 7|none",
        "/whoami, anonymous"
    })
    void aPathFindsItsRouteAndItsVariables(String path, String expected) throws IOException {
        String response = client.get(path);

        assertThat(RawClient.status(response)).isEqualTo(200);
        assertThat(response).endsWith("\r\n\r\n" + expected);
    }

    @Test
    void whatIsNotThereIsAProblemThatSaysWhereToLook() throws IOException {
        String response = client.get("/nowhere");

        assertThat(RawClient.status(response)).isEqualTo(404);
        assertThat(problem(response).path("detail").asText()).contains("/openapi.json");
    }

    /// Otherwise a client would send its next request over a connection that is being closed, and get no answer.
    @Test
    void aRefusalThatDoesNotWaitForTheBodySaysThatTheConnectionEnds() throws IOException {
        String response = client.announce("/nowhere", 100);

        assertThat(RawClient.status(response)).isEqualTo(404);
        assertThat(response).containsIgnoringCase("\r\nConnection: close\r\n");
    }

    /// Otherwise the connection is reset while the client still sends, and the answer is lost with it.
    @Test
    void aRefusalWaitsForABodyThatIsOnItsWay() throws IOException {
        String response = client.hesitate("/nowhere", "a body that comes later");

        assertThat(RawClient.status(response)).isEqualTo(404);
        assertThat(response).doesNotContainIgnoringCase("Connection: close");
    }

    /// The server closes the connection of a body of which the end was not read, whether it lies there or not.
    @Test
    void aRefusalInTheMidstOfTheBodySaysThatTheConnectionEnds() throws IOException {
        String response = client.hesitate("/gives-up", "more than one byte");

        assertThat(RawClient.status(response)).isEqualTo(400);
        assertThat(response).containsIgnoringCase("\r\nConnection: close\r\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/files/%2e%2e/x", "/files/a%2Fb", "/files/%zz", "/files/..%2f..%2fetc"})
    void pathsWithHiddenSlashesOrDotsAreNoPaths(String path) throws IOException {
        assertThat(RawClient.status(client.get(path))).isEqualTo(400);
    }

    @Test
    void anotherMethodIsToldWhichOnesThereAre() throws IOException {
        String response = client.post("/thing", "");

        assertThat(RawClient.status(response)).isEqualTo(405);
        assertThat(response).contains("\r\nAllow: DELETE, PUT\r\n");
    }

    @Test
    void methodsThatNobodyUsesAreNotAllowed() throws IOException {
        assertThat(RawClient.status(client.send("OPTIONS /thing HTTP/1.1\r\n", "")))
                .isEqualTo(405);
        assertThat(RawClient.status(client.send("TRACE /nowhere HTTP/1.1\r\n", "")))
                .isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "11", "x", "99999999999"})
    void aNumberOutOfItsRangeIsRefusedByName(String limit) throws IOException {
        String response = client.get("/query?limit=" + limit);

        assertThat(RawClient.status(response)).isEqualTo(400);
        assertThat(problem(response).path("parameter").asText()).isEqualTo("limit");
        assertThat(problem(response).path("detail").asText()).contains("from 1 to 10");
    }

    @Test
    void headIsGetWithoutItsBody() throws IOException {
        String response = client.send("HEAD /whoami HTTP/1.1\r\n", "");

        assertThat(RawClient.status(response)).isEqualTo(200);
        assertThat(response).contains("Content-Length: 9\r\n").endsWith("\r\n\r\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/boom", "/variable", "/torn"})
    void aFailureTellsTheClientNothingOfTheInside(String path) throws IOException {
        String response = client.get(path);

        assertThat(RawClient.status(response)).isEqualTo(500);
        assertThat(response).doesNotContain("secret", "Exception", "\tat ", "dev.plumbline.http", "Jetty", "absent");
        assertThat(response).contains("application/problem+json");
    }

    @Test
    void anUnavailableLogTellsWhenToComeAgain() throws IOException {
        String response = client.get("/later");

        assertThat(RawClient.status(response)).isEqualTo(503);
        assertThat(response).contains("\r\nRetry-After: 5\r\n");
        assertThat(problem(response).path("type").asText()).endsWith("/unavailable");
        assertThat(problem(response).path("status").asInt()).isEqualTo(503);
    }

    @Test
    void aStreamIsSentAsItIsWritten() throws IOException {
        assertThat(client.get("/stream"))
                .contains("Content-Type: text/event-stream")
                .contains("data: 1\n\n");
    }

    @Test
    void aBodyThatBreaksOffDoesNotLookWhole() throws Exception {
        try (var other = HttpClient.newHttpClient()) {
            var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + "/broken-off"))
                    .build();

            assertThatThrownBy(() -> other.send(request, HttpResponse.BodyHandlers.ofString()))
                    .isInstanceOf(IOException.class);
        }
    }

    @Test
    void everyAnswerForbidsSniffingAndKeepsTheServersVersionToItself() throws IOException {
        assertThat(client.get("/whoami"))
                .contains("X-Content-Type-Options: nosniff")
                .doesNotContain("Server:");
        assertThat(client.get("/files/%zz"))
                .contains("X-Content-Type-Options: nosniff")
                .doesNotContain("Server:");
    }

    @Test
    void aBodyComesBackAsItWasSent() throws IOException {
        assertThat(client.post("/echo", "hello", "Content-Type: text/x-test"))
                .contains("text/x-test")
                .endsWith("hello");
    }

    @Test
    void aBodyOverTheRoutesLimitIsTooLarge() throws IOException {
        String response = client.post("/echo", "x".repeat(101));

        assertThat(RawClient.status(response)).isEqualTo(413);
        assertThat(problem(response).path("limitBytes").asInt()).isEqualTo(100);
    }

    @Test
    void aBodyOverTheServersLimitIsTooLargeWhetherDeclaredOrNot() throws IOException {
        String large = "x".repeat(MAX_BODY + 1);
        String chunked = client.send(
                "POST /echo HTTP/1.1\r\nTransfer-Encoding: chunked\r\n",
                Integer.toHexString(large.length()) + "\r\n" + large + "\r\n0\r\n\r\n");

        assertThat(RawClient.status(client.post("/echo", large))).isEqualTo(413);
        assertThat(RawClient.status(chunked)).isEqualTo(413);
    }

    @Test
    void headersOverTheLimitAreRefused() throws IOException {
        assertThat(RawClient.status(client.get("/whoami", "X-Large: " + "x".repeat(20_000))))
                .isEqualTo(431);
    }

    @ParameterizedTest
    @ValueSource(strings = {"evil.example", "evil.example:8080", "127.0.0.1.evil.example"})
    void aNameThatAnotherSiteMadeResolveHereIsNotAnswered(String host) throws IOException {
        assertThat(RawClient.status(client.sendAs(host, "GET /whoami HTTP/1.1\r\n", "")))
                .isEqualTo(421);
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "127.0.0.1", "[::1]"})
    void theNamesOfThisMachineAreAnswered(String host) throws IOException {
        assertThat(RawClient.status(client.sendAs(host + ":" + server.port(), "GET /whoami HTTP/1.1\r\n", "")))
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://evil.example", "null", "http://127.0.0.1:1", "::not a uri::"})
    void anotherSitesPageMustNotChangeAnything(String origin) throws IOException {
        assertThat(RawClient.status(client.post("/echo", "x", "Origin: " + origin)))
                .isEqualTo(403);
    }

    @Test
    void ourOwnPageMayChangeThings() throws IOException {
        String origin = "Origin: http://127.0.0.1:" + server.port();

        assertThat(RawClient.status(client.post("/echo", "x", origin))).isEqualTo(200);
    }

    @Test
    void aPortThatIsTakenIsNamed() {
        var config = new HttpConfig(HttpConfig.LOOPBACK, server.port(), Tokens.none(), MAX_BODY);

        assertThatThrownBy(() -> HttpServer.start(config, List.of()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("127.0.0.1:" + server.port());
    }

    private static JsonNode problem(String response) throws IOException {
        return new ObjectMapper().readTree(response.substring(response.indexOf("\r\n\r\n") + 4));
    }
}
