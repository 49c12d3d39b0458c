// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.defaults.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import redis.clients.jedis.RedisClient;
import redis.embedded.RedisServer;

/** A Redis server of this test alone, and a client of it. */
public final class TestRedis implements AutoCloseable {
    private final int port;
    private final RedisServer server;
    private final RedisClient client;

    private TestRedis(int port, RedisServer server) {
        this.port = port;
        this.server = server;
        this.client = RedisClient.create("localhost", port);
    }

    public static TestRedis start() {
        try (var socket = new ServerSocket(0)) {
            var port = socket.getLocalPort();
            socket.close();
            var server = RedisServer.newRedisServer().port(port).build();
            server.start();
            return new TestRedis(port, server);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    public int port() {
        return port;
    }

    public String url() {
        return "redis://localhost:" + port;
    }

    public RedisClient client() {
        return client;
    }

    @Override
    public void close() throws IOException {
        client.close();
        server.stop();
    }
}
