package dev.plumbline.standalone.token;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.http.Role;
import dev.plumbline.standalone.start.DataFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OwnTokensTest {
    @TempDir
    Path folder;

    private DataFolder data;
    private OwnTokens own;

    @BeforeEach
    void open() {
        data = DataFolder.open(folder);
        own = new OwnTokens(data);
    }

    @AfterEach
    void close() throws IOException {
        data.close();
    }

    @Test
    void theSecretIsReadableByItsOwnerAloneAndOpensTheDoor() throws IOException {
        Path secret = own.secretOf("admin", Set.of(Role.ADMIN));

        assertThat(Files.getPosixFilePermissions(secret)).isEqualTo(PosixFilePermissions.fromString("rw-------"));
        assertThat(own.tokens().holderOf(OwnTokens.read(secret)))
                .hasValueSatisfying(holder -> assertThat(holder.name()).isEqualTo("admin"));
    }

    @Test
    void theSecretStaysTheSameFromStartToStart() {
        String first = OwnTokens.read(own.secretOf("admin", Set.of(Role.ADMIN)));

        assertThat(OwnTokens.read(own.secretOf("admin", Set.of(Role.ADMIN)))).isEqualTo(first);
    }

    @Test
    void aLostSecretIsReplacedAndTheOldOneIsWorthNothing() throws IOException {
        Path secret = own.secretOf("admin", Set.of(Role.ADMIN));
        String lost = OwnTokens.read(secret);
        Files.delete(secret);

        String fresh = OwnTokens.read(own.secretOf("admin", Set.of(Role.ADMIN)));

        assertThat(own.tokens().holderOf(lost)).isEmpty();
        assertThat(own.tokens().holderOf(fresh)).isPresent();
    }

    @Test
    void theTokenFileHoldsNoSecret() throws IOException {
        String secret = OwnTokens.read(own.secretOf("admin", Set.of(Role.ADMIN)));

        assertThat(Files.readString(folder.resolve("tokens")))
                .startsWith("admin admin ")
                .doesNotContain(secret);
    }
}
