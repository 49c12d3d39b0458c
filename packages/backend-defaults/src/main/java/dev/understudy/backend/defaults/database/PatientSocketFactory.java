// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.defaults.database;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import javax.net.SocketFactory;
import jdk.net.ExtendedSocketOptions;

/**
 * Makes sockets that ask the other side for a sign of life when nothing comes for a while. Left alone, the system would ask
 * after two hours only. Public because the driver makes it by name.
 */
public final class PatientSocketFactory extends SocketFactory {
    private static final int SECONDS_BETWEEN_PROBES = 10;
    private static final int PROBES = 3;

    private final int idleSeconds;

    /**
     * @param idleSeconds for how long nothing may come before the first question
     */
    public PatientSocketFactory(String idleSeconds) {
        this.idleSeconds = Integer.parseInt(idleSeconds);
    }

    @Override
    public Socket createSocket() throws IOException {
        var socket = new Socket();
        if (socket.supportedOptions().contains(ExtendedSocketOptions.TCP_KEEPIDLE)) {
            socket.setOption(ExtendedSocketOptions.TCP_KEEPIDLE, idleSeconds);
            socket.setOption(ExtendedSocketOptions.TCP_KEEPINTERVAL, SECONDS_BETWEEN_PROBES);
            socket.setOption(ExtendedSocketOptions.TCP_KEEPCOUNT, PROBES);
        }
        return socket;
    }

    @Override
    public Socket createSocket(String host, int port) {
        throw onlyUnconnected();
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress localHost, int localPort) {
        throw onlyUnconnected();
    }

    @Override
    public Socket createSocket(InetAddress host, int port) {
        throw onlyUnconnected();
    }

    @Override
    public Socket createSocket(InetAddress address, int port, InetAddress localAddress, int localPort) {
        throw onlyUnconnected();
    }

    private static UnsupportedOperationException onlyUnconnected() {
        return new UnsupportedOperationException("The driver connects its sockets itself");
    }
}
