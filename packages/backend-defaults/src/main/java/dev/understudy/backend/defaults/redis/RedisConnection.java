// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.defaults.redis;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import redis.clients.jedis.ClusterCommandObjects;
import redis.clients.jedis.CommandObjects;
import redis.clients.jedis.ConnectionPoolConfig;
import redis.clients.jedis.PipeliningBase;
import redis.clients.jedis.RedisClient;
import redis.clients.jedis.RedisClusterClient;
import redis.clients.jedis.RedisProtocol;
import redis.clients.jedis.UnifiedJedis;

/**
 * A server that speaks Redis's protocol, or a cluster of them; connected to when it is first used. Nobody waits longer than a
 * few seconds for a server that is gone. Thread-safe.
 */
public final class RedisConnection implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final int MOST_CONNECTIONS = 32;
    private static final CommandObjects COMMANDS = new ClusterCommandObjects(RedisProtocol.RESP2);

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

    /** The value of a key; from any node that has it, where replicas may be asked. */
    public Optional<String> get(String key) {
        var connected = client();
        if (connected instanceof RedisClusterClient nodes && readsReplicas()) {
            return Optional.ofNullable(nodes.executeCommandToReplica(COMMANDS.get(key)));
        }
        return Optional.ofNullable(connected.get(key));
    }

    /** Several commands as one; in a cluster, where their keys may be apart, one after the other. */
    public void together(Consumer<PipeliningBase> commands) {
        if (address.cluster().isPresent()) {
            try (var pipeline = client().pipelined()) {
                commands.accept(pipeline);
            }
        } else {
            try (var transaction = client().multi()) {
                commands.accept(transaction);
                transaction.exec();
            }
        }
    }

    private boolean readsReplicas() {
        return address.cluster().filter(RedisAddress.Cluster::readsReplicas).isPresent();
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
            connected = address.cluster().map(this::cluster).orElseGet(this::server);
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

    private UnifiedJedis cluster(RedisAddress.Cluster cluster) {
        var builder = RedisClusterClient.builder().nodes(address.nodes());
        cluster.redirections().ifPresent(most -> builder.maxAttempts(most + 1));
        return builder.clientConfig(address.clientConfig()).poolConfig(pool()).build();
    }

    private static ConnectionPoolConfig pool() {
        var pool = new ConnectionPoolConfig();
        pool.setMaxTotal(MOST_CONNECTIONS);
        pool.setMaxWait(PATIENCE);
        return pool;
    }
}
