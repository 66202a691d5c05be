package dev.plumbline.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;

/// Sends requests as they are written, which no well-behaved client would.
record RawClient(int port) {

    /// @param head request line and headers, without Host and Connection
    String send(String head, String body) throws IOException {
        return sendAs("127.0.0.1:" + port, head, body);
    }

    String get(String path, String... headers) throws IOException {
        return send("GET " + path + " HTTP/1.1\r\n" + lines(headers), "");
    }

    String post(String path, String body, String... headers) throws IOException {
        return send("POST " + path + " HTTP/1.1\r\nContent-Length: " + body.length() + "\r\n" + lines(headers), body);
    }

    /// Sends the head of a request whose body is announced and does not come, over a connection that is to stay.
    ///
    /// @return what comes back until the server closes the connection
    String announce(String path, int bytes) throws IOException {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(20_000);
            String request =
                    "POST %s HTTP/1.1\r\nHost: 127.0.0.1:%d\r\nContent-Length: %d\r\n\r\n".formatted(path, port, bytes);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
            socket.getOutputStream().flush();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /// Sends the head of a request, and its body only after a while in which no answer came.
    ///
    /// @return the answer's head
    String hesitate(String path, String body) throws IOException {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(200);
            String head = "POST %s HTTP/1.1\r\nHost: 127.0.0.1:%d\r\nContent-Length: %d\r\n\r\n"
                    .formatted(path, port, body.length());
            socket.getOutputStream().write(head.getBytes(StandardCharsets.UTF_8));
            socket.getOutputStream().flush();
            try {
                throw new AssertionError("answered before the body came: "
                        + socket.getInputStream().read());
            } catch (SocketTimeoutException _) {
                socket.setSoTimeout(20_000);
            }
            socket.getOutputStream().write(body.getBytes(StandardCharsets.UTF_8));
            socket.getOutputStream().flush();
            var answer = new ByteArrayOutputStream();
            while (!answer.toString(StandardCharsets.UTF_8).contains("\r\n\r\n")) {
                answer.write(socket.getInputStream().read());
            }
            return answer.toString(StandardCharsets.UTF_8);
        }
    }

    String sendAs(String host, String head, String body) throws IOException {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(20_000);
            String request = head + "Host: " + host + "\r\nConnection: close\r\n\r\n" + body;
            socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
            socket.getOutputStream().flush();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    static int status(String response) {
        return Integer.parseInt(response.substring(9, 12));
    }

    private static String lines(String... headers) {
        return headers.length == 0 ? "" : String.join("\r\n", headers) + "\r\n";
    }
}
