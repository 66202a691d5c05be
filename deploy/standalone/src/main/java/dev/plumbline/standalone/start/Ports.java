package dev.plumbline.standalone.start;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.UnknownHostException;

/// Ports of this machine. A port is tried before anything starts, because those who listen later report a taken port
/// late and vaguely.
public final class Ports {
    private Ports() {}

    /// @param port 0 always passes
    /// @throws Refused when another process listens there, or the address is not one of this machine
    public static void mustBeFree(String bind, int port) {
        try {
            bound(InetAddress.getByName(bind), port).close();
        } catch (UnknownHostException e) {
            throw new Refused("«" + bind + "» is not an address of this machine; --bind takes one, e.g. 127.0.0.1", e);
        } catch (IOException e) {
            throw new Refused(
                    "cannot listen on " + bind + " port " + port + " (" + e.getMessage()
                            + "); choose another with --port, or stop the process that has it",
                    e);
        }
    }

    /// {@return the port itself where it is free on loopback, else another that is}
    public static int preferring(int port) throws IOException {
        try {
            return freeOnLoopback(port);
        } catch (IOException _) { // taken by now: any other serves as well
            return freeOnLoopback(0);
        }
    }

    /// {@return a port that is free on loopback now}
    public static int free() throws IOException {
        return freeOnLoopback(0);
    }

    private static int freeOnLoopback(int port) throws IOException {
        try (var socket = bound(InetAddress.getLoopbackAddress(), port)) {
            return socket.getLocalPort();
        }
    }

    private static ServerSocket bound(InetAddress address, int port) throws IOException {
        var socket = new ServerSocket();
        try {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(address, port));
            return socket;
        } catch (IOException e) {
            socket.close();
            throw e;
        }
    }
}
