// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.defaults.testing;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Stands between a client and a server, which can be made to vanish, to fall silent and to come back. */
public final class TestProxy implements AutoCloseable {
    private final int target;
    private final int port;
    private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
    private volatile @Nullable ServerSocket server;
    private volatile boolean silent;

    private TestProxy(int target, ServerSocket server) {
        this.target = target;
        this.port = server.getLocalPort();
        listen(server);
    }

    /**
     * @param target the server's port on this machine
     */
    public static TestProxy to(int target) throws IOException {
        return new TestProxy(target, new ServerSocket(0, 50, InetAddress.getLoopbackAddress()));
    }

    public int port() {
        return port;
    }

    /** Breaks all connections and refuses new ones. */
    public synchronized void cut() throws IOException {
        if (server != null) {
            server.close();
        }
        for (var socket : sockets) {
            socket.close();
        }
        sockets.clear();
    }

    /** Takes connections, and bytes, and answers nothing any more. */
    public void silence() {
        silent = true;
    }

    /** Is the server again. */
    public synchronized void restore() throws IOException {
        cut();
        silent = false;
        var again = new ServerSocket();
        again.setReuseAddress(true);
        again.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        listen(again);
    }

    private void listen(ServerSocket listening) {
        server = listening;
        Thread.ofVirtual().start(() -> accept(listening));
    }

    private void accept(ServerSocket listening) {
        while (!listening.isClosed()) {
            try {
                var client = listening.accept();
                var upstream = new Socket(InetAddress.getLoopbackAddress(), target);
                sockets.add(client);
                sockets.add(upstream);
                Thread.ofVirtual().start(() -> copy(client, upstream));
                Thread.ofVirtual().start(() -> copy(upstream, client));
            } catch (IOException cut) {
                // the loop's condition says whether this is the end
            }
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
        cut();
    }
}
