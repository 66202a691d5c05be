package dev.plumbline.http;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/// Says as problem details what Jetty itself refuses: bad requests, bodies over the limit.
final class ProblemHandler extends ErrorHandler {

    @Override
    protected void generateResponse(
            Request request,
            Response response,
            int code,
            @Nullable String message,
            @Nullable Throwable cause,
            Callback callback) {
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, "application/problem+json");
        response.getHeaders().put("X-Content-Type-Options", "nosniff");
        response.write(true, ByteBuffer.wrap(body(code)), callback);
    }

    private static byte[] body(int status) {
        String title = HttpStatus.getMessage(status);
        return Problem.of(status, "http-" + status, title, sentence(status))
                .json()
                .getBytes(StandardCharsets.UTF_8);
    }

    private static String sentence(int status) {
        return switch (status) {
            case 413 -> "The request is larger than this server accepts.";
            case 431 -> "The request's headers are larger than this server accepts.";
            case 500 -> "The server failed on this request; its log says why.";
            default ->
                "The request could not be read: it is no HTTP/1.1, or its path holds encoded slashes, dots or percent signs.";
        };
    }
}
