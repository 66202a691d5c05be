package dev.plumbline.standalone.token;

import dev.plumbline.http.Role;
import dev.plumbline.http.Tokens;
import dev.plumbline.standalone.start.DataFolder;
import dev.plumbline.standalone.start.Reason;
import dev.plumbline.standalone.start.Refused;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;

/// Tokens that an installation makes for the people at its own machine. The hashes are in the file `tokens` of the data
/// folder, each secret in a file `<name>.token` beside it.
public final class OwnTokens {
    public static final String ADMIN = "admin";
    private static final String FILE = "tokens";

    private final DataFolder data;
    private final TokenFile file;

    public OwnTokens(DataFolder data) {
        this.data = data;
        this.file = file(data.root());
    }

    public static TokenFile file(Path folder) {
        return new TokenFile(folder.resolve(FILE));
    }

    /// {@return where the secret of a person lies; made when it is missing, the same as long as it is there}
    public Path secretOf(String name, Set<Role> roles) {
        Path secret = data.file(name + ".token");
        boolean known =
                tokens().holders().stream().anyMatch(holder -> holder.name().equals(name));
        if (known && Files.exists(secret)) {
            return secret;
        }
        if (known) {
            file.revoke(name);
        }
        TokenFile.writeSecret(secret, file.create(name, roles) + "\n");
        return secret;
    }

    public Tokens tokens() {
        return file.tokens();
    }

    public static String read(Path secret) {
        try {
            return Files.readString(secret).strip();
        } catch (IOException e) {
            throw new Refused("token «" + secret + "» cannot be read (" + Reason.of(e) + ")", e);
        }
    }
}
