package dev.plumbline.standalone.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.plumbline.model.wire.Codec;
import dev.plumbline.standalone.standards.Folders;
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
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A folder compared with what a running installation has published.
class StandardsDiffTest {
    private static final Path PYTHON = Path.of("../../standards/backend-engineer-python");
    private static final String NAME = "backend-engineer-python@2.2.0";

    @TempDir
    private Path folder;

    private final List<String> asked = new ArrayList<>();
    private final HttpServer server = server();

    private record Said(int code, String out, String err) {}

    private Said diff(String before, String after) {
        var out = new StringWriter();
        var err = new StringWriter();
        int code = PlumblineCommand.line()
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute(
                        "standards",
                        "diff",
                        before,
                        after,
                        "--server",
                        "http://127.0.0.1:" + server.getAddress().getPort());
        return new Said(code, out.toString(), err.toString());
    }

    private static HttpServer server() {
        try {
            return HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new IllegalStateException("A free port must be there.", e);
        }
    }

    @BeforeEach
    void publish() {
        var published = Folders.flat(PYTHON).standard();
        server.createContext("/", exchange -> {
            String path = exchange.getRequestURI().getPath();
            asked.add(path);
            boolean there = path.equals("/api/v1/standards/backend-engineer-python/2.2.0");
            byte[] body = there
                    ? Codec.STANDARD.encode(published)
                    : "{\"detail\": \"No such version.\"}".getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(there ? 200 : 404, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    /// The shipped standard with one threshold moved, in a folder of its own.
    private Path tighter() throws IOException {
        Path after = Files.createDirectories(folder.resolve("after"));
        for (String file : List.of("persona.md", "standard.yaml")) {
            Files.writeString(
                    after.resolve(file),
                    Files.readString(PYTHON.resolve(file))
                            .replace(
                                    "line: { value: 0.80, direction: higher }",
                                    "line: { value: 0.9, direction: higher }"));
        }
        return after;
    }

    @Test
    void aPublishedVersionEqualsTheFolderThatItCameFrom() {
        assertThat(diff(NAME, PYTHON.toString()).out()).isEqualTo("Nothing differs.\n");
        assertThat(diff(PYTHON.toString(), NAME).out()).isEqualTo("Nothing differs.\n");
        assertThat(asked).hasSize(2);
    }

    @Test
    void aTighterFolderDemandsTheNextMajorAfterWhatIsPublished() throws IOException {
        var said = diff(NAME, tighter().toString());

        assertThat(said.code()).isEqualTo(1);
        assertThat(said.out()).isEqualTo("""
                        tightened (major): rule py.test.coverage: parameter line goes from 0.8 to 0.9.
                        From 2.2.0 this is a major step: 3.0.0 or later; it says 2.2.0, which is too low.
                        """);
    }

    @Test
    void whatIsNeitherAFolderNorPublishedIsRefused() {
        assertThat(diff("backend", NAME).err())
                .contains("«backend» is neither a folder nor a published version such as acme/python@1.2.0.");
        assertThat(diff("acme/python@7.0.0", NAME).err())
                .contains("«acme/python@7.0.0» was not given (404): No such version.");
        assertThat(asked).containsExactly("/api/v1/standards/acme/python/7.0.0");
    }
}
