package dev.plumbline.http;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// The holders of tokens. A token file has one line a holder, `name role[,role] sha256(token)`; the tokens themselves,
/// 256 random bits each, are nowhere on this machine.
public final class Tokens {
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9._@-]{1,100}");
    private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");
    private static final Tokens NONE = new Tokens(List.of());

    private final List<Holder> holders;

    private Tokens(List<Holder> holders) {
        this.holders = List.copyOf(holders);
    }

    /// One line of a token file.
    public record Holder(String name, Set<Role> roles, String hash) {
        public Holder {
            if (!NAME.matcher(name).matches() || name.equals(Principal.ANONYMOUS.name())) {
                throw new IllegalArgumentException("«" + name + "» cannot name the holder of a token");
            }
            if (roles.isEmpty() || !HASH.matcher(hash).matches()) {
                throw new IllegalArgumentException("holder " + name + " needs a role and the SHA-256 of a token");
            }
        }

        public String line() {
            return name + " " + roles.stream().sorted().map(Role::text).collect(Collectors.joining(",")) + " " + hash;
        }
    }

    /// A new token with the line that makes it valid. Only the caller ever sees the token.
    public record Minted(String token, Holder holder) {}

    public static Tokens none() {
        return NONE;
    }

    public static Tokens load(Path file) throws IOException {
        var holders = new ArrayList<Holder>();
        int number = 0;
        for (String line : Files.readAllLines(file)) {
            number++;
            if (!line.isBlank() && !line.startsWith("#")) {
                holders.add(parse(file, number, line.strip()));
            }
        }
        return new Tokens(holders);
    }

    public static Minted mint(String name, Set<Role> roles) {
        var random = new byte[32];
        new SecureRandom().nextBytes(random);
        String token = "plb_" + Base64.getUrlEncoder().withoutPadding().encodeToString(random);
        return new Minted(token, new Holder(name, roles, hash(token)));
    }

    public List<Holder> holders() {
        return holders;
    }

    /// {@return the holder of a token, in time that does not depend on which one it is}
    public Optional<Principal> holderOf(String token) {
        byte[] hash = hash(token).getBytes(StandardCharsets.US_ASCII);
        Optional<Principal> found = Optional.empty();
        for (Holder holder : holders) {
            if (MessageDigest.isEqual(hash, holder.hash().getBytes(StandardCharsets.US_ASCII))) {
                found = Optional.of(new Principal(holder.name(), holder.roles()));
            }
        }
        return found;
    }

    private static Holder parse(Path file, int number, String line) {
        String[] fields = line.split("\\s+", -1);
        if (fields.length != 3) {
            throw new IllegalArgumentException(file + ", line " + number
                    + ": expected «name role[,role] sha256», found " + fields.length + " fields");
        }
        try {
            var roles = Arrays.stream(fields[1].split(",", -1)).map(Role::parse).collect(Collectors.toSet());
            return new Holder(fields[0], roles, fields[2]);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(file + ", line " + number + ": " + e.getMessage(), e);
        }
    }

    private static String hash(String token) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform must have SHA-256; this one does not.", e);
        }
    }
}
