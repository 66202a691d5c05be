package dev.plumbline.http;

import java.net.InetAddress;
import java.net.UnknownHostException;

/// Where the server listens and whom it believes.
///
/// @param bind an address of this machine; other than loopback needs tokens
/// @param port 0 takes a free one
/// @param maxBodyBytes no request may be larger
public record HttpConfig(String bind, int port, Tokens tokens, long maxBodyBytes) {
    public static final String LOOPBACK = "127.0.0.1";

    public HttpConfig {
        if (port < 0 || port > 65_535) {
            throw new IllegalArgumentException("port " + port + " must be between 0 and 65535");
        }
        if (!isLoopback(bind) && tokens.holders().isEmpty()) {
            throw new IllegalArgumentException(
                    "binding to " + bind
                            + " opens Plumbline to other machines: give --token-file with at least one token, or bind to loopback");
        }
    }

    public boolean loopback() {
        return isLoopback(bind);
    }

    private static boolean isLoopback(String bind) {
        // the empty name would count as loopback here, and as every address elsewhere
        if (bind.isBlank()) {
            throw new IllegalArgumentException("the address to bind to is empty; use " + LOOPBACK);
        }
        try {
            return InetAddress.getByName(bind).isLoopbackAddress();
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException("«" + bind + "» is not an address of this machine", e);
        }
    }
}
