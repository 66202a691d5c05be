package dev.plumbline.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TokensTest {
    private static final String HASH = "0".repeat(64);

    @TempDir
    private Path folder;

    @Test
    void aMintedTokenIsKnownByItsLineAlone() throws IOException {
        Tokens.Minted minted = Tokens.mint("alice", Set.of(Role.VIEWER, Role.WAIVER_APPROVER));

        Tokens tokens = load("# people\n\n" + minted.holder().line() + "\n");

        assertThat(tokens.holderOf(minted.token()))
                .hasValue(new Principal("alice", Set.of(Role.VIEWER, Role.WAIVER_APPROVER)));
        assertThat(minted.holder().line())
                .isEqualTo("alice viewer,waiver-approver " + minted.holder().hash());
        assertThat(minted.holder().line()).doesNotContain(minted.token());
    }

    @Test
    void twoTokensOfOneNameAreBothValidWhileTheyRotate() throws IOException {
        Tokens.Minted old = Tokens.mint("ci", Set.of(Role.PUBLISHER));
        Tokens.Minted young = Tokens.mint("ci", Set.of(Role.PUBLISHER));

        Tokens tokens = load(old.holder().line() + "\n" + young.holder().line() + "\n");

        assertThat(old.token()).isNotEqualTo(young.token());
        assertThat(tokens.holderOf(old.token())).isPresent();
        assertThat(tokens.holderOf(young.token())).isPresent();
        assertThat(tokens.holderOf(young.token() + "x")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "alice viewer|expected «name role[,role] sha256», found 2 fields",
                "alice  owner " + "0000" + "|«owner» is not a role",
                "alice viewer 12ab|needs a role and the SHA-256",
                "anonymous viewer HASH|cannot name the holder",
                "al;ice viewer HASH|cannot name the holder",
                "alice viewer, HASH|«» is not a role"
            })
    void aWrongLineIsNamedByFileAndNumber(String line, String complaint) {
        assertThatThrownBy(() -> load("# first line\n" + line.replace("HASH", HASH) + "\n"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("tokens, line 2: ")
                .hasMessageContaining(complaint);
    }

    @Test
    void anAbsentFileIsAnError() {
        assertThatThrownBy(() -> Tokens.load(folder.resolve("absent"))).isInstanceOf(IOException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.0.0.0", "192.0.2.1"})
    void anotherAddressThanLoopbackNeedsTokens(String bind) {
        assertThatThrownBy(() -> new HttpConfig(bind, 0, Tokens.none(), 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("--token-file");
    }

    @ParameterizedTest
    @CsvSource({"'', 0", "127.0.0.1, -1", "127.0.0.1, 65536"})
    void anAddressOrPortThatCannotBeIsRefused(String bind, int port) {
        assertThatThrownBy(() -> new HttpConfig(bind, port, Tokens.none(), 1))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void anAddressOfAnotherMachineIsRefused() {
        assertThatThrownBy(() -> new HttpConfig("no such host!", 0, Tokens.none(), 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("no such host!");
    }

    private Tokens load(String content) throws IOException {
        Path file = folder.resolve("tokens");
        Files.writeString(file, content);
        return Tokens.load(file);
    }
}
