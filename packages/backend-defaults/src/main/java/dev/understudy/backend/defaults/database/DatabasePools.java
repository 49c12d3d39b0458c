// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.defaults.database;

import com.zaxxer.hikari.HikariDataSource;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The pools of connections that are open in this process, for those who measure: an asynchronous gauge asks {@link #usage()}
 * whenever it is read. Nothing is counted between. Thread-safe.
 */
public final class DatabasePools {
    private static final Set<HikariDataSource> OPEN = ConcurrentHashMap.newKeySet();

    private DatabasePools() {}

    /**
     * How much of a pool is in use.
     *
     * @param name the plugin's id; on SQLite with {@code -writer} or {@code -readers} behind it
     * @param used connections that somebody works with
     * @param idle connections that wait to be used
     * @param pending how many threads wait for a connection
     * @param maximum how many connections there may be
     */
    public record Usage(String name, int used, int idle, int pending, int maximum) {}

    /** All open pools, in the order of their names. */
    public static List<Usage> usage() {
        return OPEN.stream()
                .flatMap(pool -> usage(pool).stream())
                .sorted(Comparator.comparing(Usage::name))
                .toList();
    }

    static void open(HikariDataSource pool) {
        OPEN.add(pool);
    }

    static void close(HikariDataSource pool) {
        OPEN.remove(pool);
        pool.close();
    }

    // a pool that has never been asked for a connection has no numbers yet
    private static Optional<Usage> usage(HikariDataSource pool) {
        return Optional.ofNullable(pool.getHikariPoolMXBean())
                .map(state -> new Usage(
                        pool.getPoolName(),
                        state.getActiveConnections(),
                        state.getIdleConnections(),
                        state.getThreadsAwaitingConnection(),
                        pool.getMaximumPoolSize()));
    }
}
