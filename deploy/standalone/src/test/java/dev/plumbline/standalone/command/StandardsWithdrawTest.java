package dev.plumbline.standalone.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class StandardsWithdrawTest {
    private final List<String> asked = new ArrayList<>();
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            asked.add(exchange.getRequestMethod() + " " + exchange.getRequestURI());
            boolean known = !exchange.getRequestURI().getPath().contains("nobody");
            byte[] body = "{\"detail\": \"There is no such.\"}".getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(known ? 204 : 404, known ? -1 : body.length);
            if (!known) {
                exchange.getResponseBody().write(body);
            }
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private int say(String... words) {
        var all = new ArrayList<>(List.of(
                "standards",
                "withdraw",
                "--server",
                "http://127.0.0.1:" + server.getAddress().getPort()));
        all.addAll(List.of(words));
        return PlumblineCommand.line()
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute(all.toArray(String[]::new));
    }

    @Test
    void bindingsGoBeforeTheVersionsThatTheyAskFor() {
        assertThat(say("org/user@1.0.0", "python@2.2.0", "--binding", "default"))
                .isZero();

        assertThat(asked)
                .containsExactly(
                        "DELETE /api/v1/bindings/default",
                        "DELETE /api/v1/standards/org/user/1.0.0",
                        "DELETE /api/v1/standards/python/2.2.0");
        assertThat(out.toString()).contains("binding default: withdrawn", "python@2.2.0: withdrawn");
    }

    @Test
    void aRefusalIsPassedOn() {
        assertThat(say("nobody@1.0.0")).isEqualTo(1);

        assertThat(err.toString()).contains("nobody@1.0.0 was not withdrawn (404): There is no such.");
    }

    @Test
    void whatNamesNothingIsNotSent() {
        assertThat(say()).isEqualTo(2);
        assertThat(say("python")).isEqualTo(2);
        assertThat(say("python@latest")).isEqualTo(2);

        assertThat(asked).isEmpty();
        assertThat(err.toString()).contains("must have the form ID@VERSION", "is not a version");
    }
}
