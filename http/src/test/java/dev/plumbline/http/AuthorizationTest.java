package dev.plumbline.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AuthorizationTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({
        "publisher,        200 403 200 403 403 403",
        "viewer,           200 200 403 200 403 403",
        "waiver-approver,  200 200 403 200 200 403",
        "admin,            200 200 200 200 200 200"
    })
    void aRoleOpensExactlyItsRoutes(String role, String openViewPublishAskApproveAdmin) throws IOException {
        Tokens.Minted minted = Tokens.mint("somebody", Set.of(Role.parse(role)));
        try (var server = HttpServer.start(new HttpConfig("127.0.0.1", 0, tokens(minted), 1_000), routes())) {
            var client = new RawClient(server.port());
            String header = "Authorization: Bearer " + minted.token();

            assertThat(Arrays.stream(Access.values()).map(access -> String.valueOf(status(client, access, header))))
                    .containsExactly(openViewPublishAskApproveAdmin.split(" "));
        }
    }

    @Test
    void withoutATokenLoopbackReadsPublishesAndAsksAndNothingElse() throws IOException {
        try (var server = HttpServer.start(new HttpConfig("127.0.0.1", 0, Tokens.none(), 1_000), routes())) {
            var client = new RawClient(server.port());

            assertThat(Arrays.stream(Access.values())
                            .map(access -> status(client, access, "X: y"))
                            .toList())
                    .containsExactly(200, 200, 200, 200, 401, 401);
            assertThat(client.get("/admin")).contains("\r\nWWW-Authenticate: Bearer");
        }
    }

    @Test
    void withoutATokenAnotherAddressAnswersOpenRoutesOnly() throws IOException {
        Tokens.Minted minted = Tokens.mint("somebody", Set.of(Role.VIEWER));
        try (var server = HttpServer.start(new HttpConfig("0.0.0.0", 0, tokens(minted), 1_000), routes())) {
            var client = new RawClient(server.port());

            assertThat(Arrays.stream(Access.values())
                            .map(access -> status(client, access, "X: y"))
                            .toList())
                    .containsExactly(200, 401, 401, 401, 401, 401);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"Bearer plb_unknown", "Bearer ", "Basic YTpi", "plb_unknown"})
    void aWrongTokenIsNeverTakenForNoToken(String authorization) throws IOException {
        try (var server = HttpServer.start(new HttpConfig("127.0.0.1", 0, Tokens.none(), 1_000), routes())) {
            assertThat(status(new RawClient(server.port()), Access.OPEN, "Authorization: " + authorization))
                    .isEqualTo(401);
        }
    }

    @Test
    void theAuthenticatedNameReachesTheRoute() throws IOException {
        Tokens.Minted minted = Tokens.mint("ci-bot", Set.of(Role.PUBLISHER));
        try (var server = HttpServer.start(new HttpConfig("127.0.0.1", 0, tokens(minted), 1_000), routes())) {
            assertThat(new RawClient(server.port()).get("/publish", "Authorization: bearer " + minted.token()))
                    .endsWith("ci-bot");
        }
    }

    private static int status(RawClient client, Access access, String header) {
        try {
            return RawClient.status(client.get("/" + access.name().toLowerCase(Locale.ROOT), header));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Route> routes() {
        return Arrays.stream(Access.values())
                .map(access -> Route.get(
                        "/" + access.name().toLowerCase(Locale.ROOT),
                        access,
                        call -> Reply.text(200, call.principal().name())))
                .toList();
    }

    private Tokens tokens(Tokens.Minted minted) throws IOException {
        Path file = folder.resolve("tokens");
        Files.writeString(file, minted.holder().line() + "\n");
        return Tokens.load(file);
    }
}
