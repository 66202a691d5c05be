package dev.plumbline.standalone.token;

import dev.plumbline.http.Role;
import dev.plumbline.http.Tokens;
import dev.plumbline.standalone.start.Reason;
import dev.plumbline.standalone.start.Refused;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// A file of token holders that can be changed. Holds hashes alone; each change replaces the file whole.
public final class TokenFile {
    private static final Set<PosixFilePermission> OWNER_ONLY = PosixFilePermissions.fromString("rw-------");

    private final Path file;

    public TokenFile(Path file) {
        this.file = file;
    }

    /// {@return who holds a token; nobody when there is no such file}
    /// @throws Refused when the file cannot be read or a line is wrong
    public Tokens tokens() {
        if (!Files.exists(file)) {
            return Tokens.none();
        }
        return existing();
    }

    /// Like [#tokens], but the file must exist.
    public Tokens existing() {
        try {
            return Tokens.load(file);
        } catch (IllegalArgumentException e) {
            throw new Refused(String.valueOf(e.getMessage()), e);
        } catch (IOException e) {
            throw new Refused("token file «" + file + "» cannot be read (" + Reason.of(e) + ")", e);
        }
    }

    /// {@return the new token, which nothing keeps}
    /// @throws Refused when the name has a token already
    public String create(String name, Set<Role> roles) {
        var holders = tokens().holders();
        if (holders.stream().anyMatch(holder -> holder.name().equals(name))) {
            throw new Refused("«" + name + "» has a token already in «" + file + "»; revoke it first");
        }
        Tokens.Minted minted = mint(name, roles);
        var changed = new ArrayList<>(holders);
        changed.add(minted.holder());
        write(changed);
        return minted.token();
    }

    /// @throws Refused when nobody has that name
    public void revoke(String name) {
        var holders = tokens().holders();
        var left =
                holders.stream().filter(holder -> !holder.name().equals(name)).toList();
        if (left.size() == holders.size()) {
            throw new Refused("nobody named «" + name + "» has a token in «" + file + "»");
        }
        write(left);
    }

    /// Writes a secret where its owner alone can read it.
    static void writeSecret(Path secret, String text) {
        try {
            Path fresh = Files.createTempFile(parent(secret), ".new", "");
            ownerOnly(fresh);
            Files.writeString(fresh, text);
            Files.move(fresh, secret, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new Refused("«" + secret + "» cannot be written (" + Reason.of(e) + ")", e);
        }
    }

    private static Tokens.Minted mint(String name, Set<Role> roles) {
        try {
            return Tokens.mint(name, roles);
        } catch (IllegalArgumentException e) {
            throw new Refused(String.valueOf(e.getMessage()), e);
        }
    }

    private void write(List<Tokens.Holder> holders) {
        var text = new StringBuilder();
        holders.forEach(holder -> text.append(holder.line()).append('\n'));
        writeSecret(file, text.toString());
    }

    private static Path parent(Path file) throws IOException {
        Path parent = file.toAbsolutePath().getParent();
        if (parent == null) {
            throw new IOException("it is not a file");
        }
        return Files.createDirectories(parent);
    }

    private static void ownerOnly(Path file) throws IOException {
        if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.setPosixFilePermissions(file, OWNER_ONLY);
        }
    }
}
