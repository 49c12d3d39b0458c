// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.defaults.redis;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import redis.clients.jedis.ConnectionPoolConfig;
import redis.clients.jedis.RedisClient;
import redis.clients.jedis.RedisClusterClient;
import redis.clients.jedis.UnifiedJedis;

/**
 * A server that speaks Redis's protocol, or a cluster of them; connected to when it is first used. Nobody waits longer than a
 * few seconds for a server that is gone. Thread-safe.
 */
public final class RedisConnection implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final int MOST_CONNECTIONS = 32;

    private final RedisAddress address;
    private volatile @Nullable UnifiedJedis client;

    public RedisConnection(RedisAddress address) {
        this.address = address;
    }

    /**
     * The client, which holds a pool of connections.
     *
     * @throws redis.clients.jedis.exceptions.JedisException when a cluster cannot be reached
     */
    public UnifiedJedis client() {
        var connected = client;
        return connected == null ? connectOnce() : connected;
    }

    @Override
    public synchronized void close() {
        if (client != null) {
            client.close();
        }
    }

    private synchronized UnifiedJedis connectOnce() {
        var connected = client;
        if (connected == null) {
            connected = address.cluster() ? cluster() : server();
            client = connected;
        }
        return connected;
    }

    private UnifiedJedis server() {
        return RedisClient.builder()
                .hostAndPort(address.nodes().iterator().next())
                .clientConfig(address.clientConfig())
                .poolConfig(pool())
                .build();
    }

    private UnifiedJedis cluster() {
        var builder = RedisClusterClient.builder().nodes(address.nodes());
        address.redirections().ifPresent(most -> builder.maxAttempts(most + 1));
        return builder.clientConfig(address.clientConfig()).poolConfig(pool()).build();
    }

    private static ConnectionPoolConfig pool() {
        var pool = new ConnectionPoolConfig();
        pool.setMaxTotal(MOST_CONNECTIONS);
        pool.setMaxWait(PATIENCE);
        return pool;
    }
}
