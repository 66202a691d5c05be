package dev.plumbline.http;

import java.io.OutputStream;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.eclipse.jetty.http.HttpException;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Finds the route, checks who calls, runs the action, writes its answer.
final class RouteHandler extends Handler.Abstract {
    private static final Logger LOG = LoggerFactory.getLogger(RouteHandler.class);
    private static final Set<String> LOOPBACK_NAMES = Set.of("localhost", "127.0.0.1", "[::1]", "::1");

    private final List<Route.Compiled> routes;
    private final HttpConfig config;

    RouteHandler(List<Route> routes, HttpConfig config) {
        this.routes = routes.stream()
                .map(Route::compiled)
                .sorted(Comparator.comparingInt(Route.Compiled::variables))
                .toList();
        this.config = config;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        Reply reply;
        try {
            reply = answer(request);
        } catch (Problem problem) {
            reply = Reply.problem(problem);
        } catch (HttpException.RuntimeException e) {
            throw e;
        } catch (RuntimeException | StackOverflowError e) { // boundary: no exception's text may reach the client
            LOG.error("{} {} failed", request.getMethod(), request.getHttpURI().getCanonicalPath(), e);
            reply = Reply.problem(Problem.of(
                    500, "internal", "Internal error", "The server failed on this request; its log says why."));
        }
        write(reply, request, response, callback);
        return true;
    }

    private Reply answer(Request request) {
        String path = request.getHttpURI().getCanonicalPath();
        checkOrigin(request);
        Method method = method(request.getMethod(), path);
        for (Route.Compiled candidate : routes) {
            if (candidate.route().method() == method) {
                Optional<Map<String, String>> variables = candidate.match(path);
                if (variables.isPresent()) {
                    Principal principal = authenticate(request);
                    authorize(principal, candidate.route().access());
                    return candidate.route().action().handle(new Call(request, decoded(variables.get()), principal));
                }
            }
        }
        throw unmatched(path);
    }

    private Method method(String name, String path) {
        return switch (name) {
            case "GET", "HEAD" -> Method.GET;
            case "POST" -> Method.POST;
            case "PUT" -> Method.PUT;
            case "DELETE" -> Method.DELETE;
            default -> throw unmatched(path);
        };
    }

    private Problem unmatched(String path) {
        var others = new TreeSet<String>();
        routes.stream()
                .filter(route -> route.match(path).isPresent())
                .forEach(route -> others.add(route.route().method().name()));
        return others.isEmpty()
                ? Problem.notFound("There is nothing at this path; /openapi.json lists what there is.")
                : Problem.of(
                                405,
                                "method-not-allowed",
                                "Method not allowed",
                                "This path answers " + String.join(", ", others) + ".")
                        .with("allow", String.join(", ", others));
    }

    private Principal authenticate(Request request) {
        String header = request.getHeaders().get("Authorization");
        if (header == null) {
            return Principal.ANONYMOUS;
        }
        if (!header.regionMatches(true, 0, "Bearer ", 0, 7)) {
            throw unauthorized("Authorization must be of the form «Bearer <token>».");
        }
        return config.tokens()
                .holderOf(header.substring(7).strip())
                .orElseThrow(() -> unauthorized("This token is not known here, or was revoked."));
    }

    private void authorize(Principal principal, Access access) {
        if (!principal.may(access, config.loopback())) {
            throw principal.equals(Principal.ANONYMOUS)
                    ? unauthorized("This needs a token: send «Authorization: Bearer <token>».")
                    : Problem.of(
                            403,
                            "forbidden",
                            "Forbidden",
                            "The token of " + principal.name() + " does not allow this.");
        }
    }

    private static Problem unauthorized(String detail) {
        return Problem.of(401, "unauthorized", "Unauthorized", detail);
    }

    /// A page of another site must not use the trust that loopback gives: neither under a name that resolves
    /// here, nor by sending a form.
    private void checkOrigin(Request request) {
        String host = request.getHttpURI().getHost();
        if (config.loopback() && host != null && !LOOPBACK_NAMES.contains(host)) {
            throw Problem.of(
                    421,
                    "misdirected",
                    "Misdirected request",
                    "This server answers to localhost and 127.0.0.1 only; use one of them, or bind to an address with --bind.");
        }
        String origin = request.getHeaders().get("Origin");
        boolean changes =
                !request.getMethod().equals("GET") && !request.getMethod().equals("HEAD");
        if (changes && origin != null && !sameHost(origin, request)) {
            throw Problem.of(
                    403,
                    "cross-origin",
                    "Forbidden",
                    "Requests that change something must not come from another site.");
        }
    }

    private static boolean sameHost(String origin, Request request) {
        try {
            var uri = URI.create(origin);
            return uri.getAuthority() != null
                    && uri.getAuthority().equals(request.getHttpURI().getAuthority());
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static Map<String, String> decoded(Map<String, String> variables) {
        var decoded = new LinkedHashMap<String, String>();
        try {
            variables.forEach((name, value) ->
                    decoded.put(name, URLDecoder.decode(value.replace("+", "%2B"), StandardCharsets.UTF_8)));
        } catch (IllegalArgumentException e) {
            throw Problem.badRequest("The path holds a malformed percent escape.");
        }
        return decoded;
    }

    private static void write(Reply reply, Request request, Response response, Callback callback) {
        response.setStatus(reply.status());
        response.getHeaders().put("X-Content-Type-Options", "nosniff");
        response.getHeaders().put("Cache-Control", "no-store");
        reply.headers().forEach(response.getHeaders()::put);
        if (reply.status() >= 400 && !Remainder.discarded(request)) {
            // the rest of the body is not waited for any longer, so nothing else can come over this connection: say so
            response.getHeaders().put("Connection", "close");
        }
        if (request.getMethod().equals("HEAD")) {
            callback.succeeded();
            return;
        }
        // closed on success only: closing ends the body, and a body that broke off must not look whole
        OutputStream out = Content.Sink.asOutputStream(response);
        try {
            reply.body().writeTo(out);
            out.close();
        } catch (Exception e) { // boundary: whatever ends a body early, the client is told by an error or a broken
            // connection
            callback.failed(e);
            return;
        }
        callback.succeeded();
    }
}
