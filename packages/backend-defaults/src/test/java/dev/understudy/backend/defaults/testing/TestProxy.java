// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.defaults.testing;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Stands between a client and a server, which can be made to vanish, to fall silent and to come back. It keeps its port all
 * the time, lest somebody else gets it.
 */
public final class TestProxy implements AutoCloseable {
    private final int target;
    private final ServerSocket server;
    private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
    private volatile boolean gone;
    private volatile boolean silent;

    private TestProxy(int target, ServerSocket server) {
        this.target = target;
        this.server = server;
    }

    /**
     * @param target the server's port on this machine
     */
    public static TestProxy to(int target) throws IOException {
        return to(target, new ServerSocket(0, 50, InetAddress.getLoopbackAddress()));
    }

    /**
     * One that takes connections in a way of its own, such as encrypted ones.
     *
     * @param target the server's port on this machine
     */
    public static TestProxy to(int target, ServerSocket entrance) {
        var proxy = new TestProxy(target, entrance);
        Thread.ofVirtual().start(proxy::accept);
        return proxy;
    }

    public int port() {
        return server.getLocalPort();
    }

    /** Breaks all connections, new ones as soon as they are made. */
    public void cut() throws IOException {
        synchronized (sockets) {
            gone = true;
            breakConnections();
        }
    }

    /** Takes connections, and bytes, and answers nothing any more. */
    public void silence() {
        silent = true;
    }

    /** Is the server again. */
    public void restore() throws IOException {
        synchronized (sockets) {
            breakConnections();
            gone = false;
            silent = false;
        }
    }

    private void breakConnections() throws IOException {
        for (var socket : sockets) {
            socket.close();
        }
        sockets.clear();
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                connect(server.accept());
            } catch (IOException broken) {
                // the loop's condition says whether this is the end
            }
        }
    }

    private void connect(Socket client) throws IOException {
        synchronized (sockets) {
            if (gone) {
                client.close();
                return;
            }
            var upstream = new Socket(InetAddress.getLoopbackAddress(), target);
            sockets.add(client);
            sockets.add(upstream);
            Thread.ofVirtual().start(() -> copy(client, upstream));
            Thread.ofVirtual().start(() -> copy(upstream, client));
        }
    }

    private void copy(Socket from, Socket to) {
        var buffer = new byte[8192];
        try (from;
                to) {
            for (var count = from.getInputStream().read(buffer);
                    count >= 0;
                    count = from.getInputStream().read(buffer)) {
                if (!silent) {
                    to.getOutputStream().write(buffer, 0, count);
                }
            }
        } catch (IOException cut) {
            // both ends are closed by now
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
        cut();
    }
}
