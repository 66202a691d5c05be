package dev.plumbline.http;

import java.util.List;
import org.eclipse.jetty.http.HttpCompliance;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.eclipse.jetty.server.handler.SizeLimitHandler;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.eclipse.jetty.util.thread.VirtualThreadPool;

/// Jetty with one route table. Requests run on virtual threads.
public final class HttpServer implements AutoCloseable {
    private static final int HEADER_BYTES = 16 * 1024;
    private static final long IDLE_MILLIS = 60_000;
    private static final int MAX_REQUESTS = 2_000;

    private final Server server;
    private final ServerConnector connector;

    private HttpServer(Server server, ServerConnector connector) {
        this.server = server;
        this.connector = connector;
    }

    /// @throws IllegalStateException when the port cannot be taken
    public static HttpServer start(HttpConfig config, List<Route> routes) {
        var platform = new QueuedThreadPool(24, 4);
        platform.setName("http");
        var virtual = new VirtualThreadPool(MAX_REQUESTS);
        virtual.setName("http-request");
        platform.setVirtualThreadsExecutor(virtual);
        var server = new Server(platform);
        server.addBean(virtual);
        server.setStopTimeout(5_000);
        var http = new HttpConfiguration();
        http.setSendServerVersion(false);
        http.setRequestHeaderSize(HEADER_BYTES);
        http.setHttpCompliance(HttpCompliance.RFC7230);
        http.setUriCompliance(UriCompliance.DEFAULT);
        var connector = new ServerConnector(server, new HttpConnectionFactory(http));
        connector.setHost(config.bind());
        connector.setPort(config.port());
        connector.setIdleTimeout(IDLE_MILLIS);
        server.addConnector(connector);
        var limit = new SizeLimitHandler(config.maxBodyBytes(), -1);
        limit.setHandler(new RouteHandler(routes, config));
        server.setHandler(new GracefulHandler(limit));
        server.setErrorHandler(new ProblemHandler());
        try {
            server.start();
        } catch (Exception e) { // boundary: Jetty declares nothing narrower
            stop(server);
            throw new IllegalStateException(
                    "cannot listen on " + config.bind() + ":" + config.port() + ": " + e.getMessage(), e);
        }
        return new HttpServer(server, connector);
    }

    public int port() {
        return connector.getLocalPort();
    }

    @Override
    public void close() {
        stop(server);
    }

    private static void stop(Server server) {
        try {
            server.stop();
        } catch (Exception e) { // boundary: Jetty declares nothing narrower
            throw new IllegalStateException("the HTTP server did not stop: " + e.getMessage(), e);
        }
    }
}
