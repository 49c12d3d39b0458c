// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.defaults.cache;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import net.rubyeye.xmemcached.MemcachedClient;
import net.rubyeye.xmemcached.XMemcachedClientBuilder;
import net.rubyeye.xmemcached.auth.AuthInfo;
import net.rubyeye.xmemcached.command.BinaryCommandFactory;
import net.rubyeye.xmemcached.command.TextCommandFactory;
import net.rubyeye.xmemcached.exception.MemcachedException;
import org.jspecify.annotations.Nullable;

/** One server, connected to when it is first used. Thread-safe. */
final class MemcacheServer implements AutoCloseable {
    private static final int DEFAULT_PORT = 11211;
    private static final long OPERATION_MILLISECONDS = 500;
    private static final long CONNECT_MILLISECONDS = 1_000;

    private final String host;
    private final int port;
    private final String user;
    private final String password;
    private volatile @Nullable MemcachedClient client;

    private MemcacheServer(String host, int port, String user, String password) {
        this.host = host;
        this.port = port;
        this.user = user;
        this.password = password;
    }

    static MemcacheServer parse(String server, Map<String, String> environment) {
        var at = server.lastIndexOf('@');
        var address = server.substring(at + 1).split(":", 2);
        var login = server.substring(0, Math.max(at, 0)).split(":", 2);
        return new MemcacheServer(
                address[0],
                address.length > 1 ? port(address[1]) : DEFAULT_PORT,
                first(login[0], environment, "MEMCACHIER_USERNAME", "MEMCACHE_USERNAME"),
                first(login.length > 1 ? login[1] : "", environment, "MEMCACHIER_PASSWORD", "MEMCACHE_PASSWORD"));
    }

    private static int port(String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException malformed) {
            throw new IllegalArgumentException(
                    "backend.cache.connection has '" + text + "' where the port of a memcached server belongs");
        }
    }

    private static String first(String configured, Map<String, String> environment, String... variables) {
        for (var index = 0; configured.isEmpty() && index < variables.length; index++) {
            configured = environment.getOrDefault(variables[index], "");
        }
        return configured;
    }

    Optional<String> get(String key) {
        return Optional.ofNullable(ask(connected -> connected.get(key, MemcacheText.TRANSCODER)));
    }

    /**
     * @param expiry in seconds, or as a date in seconds since 1970 if it is longer than 30 days
     */
    void set(String key, String entry, Optional<Integer> expiry) {
        var stored = ask(connected -> connected.set(key, expiry.orElse(0), entry, MemcacheText.TRANSCODER));
        if (!Boolean.TRUE.equals(stored)) {
            throw new IllegalStateException(this + " did not store an entry");
        }
    }

    void delete(String key) {
        ask(connected -> connected.delete(key));
    }

    @FunctionalInterface
    private interface Question<T> {
        @Nullable
        T ask(MemcachedClient client) throws TimeoutException, InterruptedException, MemcachedException;
    }

    private <T> @Nullable T ask(Question<T> question) {
        try {
            return question.ask(client());
        } catch (TimeoutException | MemcachedException failure) {
            throw new IllegalStateException(this + " does not answer", failure);
        } catch (InterruptedException interruption) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while asking " + this, interruption);
        }
    }

    private MemcachedClient client() {
        var connected = client;
        return connected == null ? connectOnce() : connected;
    }

    private synchronized MemcachedClient connectOnce() {
        var connected = client;
        if (connected == null) {
            connected = connect();
            client = connected;
        }
        return connected;
    }

    private MemcachedClient connect() {
        var address = new InetSocketAddress(host, port);
        var builder = new XMemcachedClientBuilder(List.of(address));
        builder.setOpTimeout(OPERATION_MILLISECONDS);
        builder.setConnectTimeout(CONNECT_MILLISECONDS);
        if (user.isEmpty() || password.isEmpty()) {
            builder.setCommandFactory(new TextCommandFactory());
        } else {
            builder.setCommandFactory(new BinaryCommandFactory());
            builder.addAuthInfo(address, AuthInfo.plain(user, password));
        }
        try {
            return builder.build();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Override
    public synchronized void close() {
        if (client != null) {
            try {
                client.shutdown();
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }
    }

    @Override
    public String toString() {
        return "memcached at " + host + ":" + port;
    }
}
