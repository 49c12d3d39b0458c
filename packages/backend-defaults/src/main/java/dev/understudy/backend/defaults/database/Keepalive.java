// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.defaults.database;

import dev.understudy.backend.plugin.api.service.LoggerService;
import dev.understudy.errors.ErrorNames;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import javax.sql.DataSource;

/**
 * Asks the database something every minute, so that a lost connection is noticed, and logged once per loss. Connections to a
 * server that does not answer any more are given up, also while somebody waits for an answer.
 */
final class Keepalive implements AutoCloseable {
    private static final Duration INTERVAL = Duration.ofMinutes(1);
    private static final int LONGEST_ANSWER_MILLISECONDS = 5_000;

    private final String pluginId;
    private final DataSource dataSource;
    private final Optional<OpenConnections> connections;
    private final LoggerService logger;
    private boolean failing;

    Keepalive(String pluginId, ConnectionPools pools, LoggerService logger) {
        this.pluginId = pluginId;
        this.dataSource = pools.writing();
        this.connections = pools.remote();
        this.logger = logger;
        this.thread = Thread.ofVirtual().name("database-keepalive-" + pluginId).unstarted(this::run);
    }

    private final Thread thread;

    static Keepalive start(String pluginId, ConnectionPools pools, LoggerService logger) {
        var keepalive = new Keepalive(pluginId, pools, logger);
        keepalive.thread.start();
        return keepalive;
    }

    private void run() {
        try {
            while (true) {
                Thread.sleep(INTERVAL);
                check();
            }
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        }
    }

    void check() {
        try (var connection = dataSource.getConnection()) {
            connection.setNetworkTimeout(Runnable::run, LONGEST_ANSWER_MILLISECONDS);
            try (var statement = connection.createStatement()) {
                statement.execute("select 1");
            }
            failing = false;
        } catch (SQLException failure) {
            if (!failing) {
                logger.warn("Database keepalive failed for plugin " + pluginId + ", " + ErrorNames.describe(failure));
            }
            failing = true;
            connections.ifPresent(this::abortDeadConnections);
        }
    }

    // nothing else frees a thread that has sent its question into a network that takes everything and gives nothing
    // back
    private void abortDeadConnections(OpenConnections open) {
        if (open.isServerSilent()) {
            int count = open.abortAll();
            if (count > 0) {
                logger.warn("The database of plugin " + pluginId + " does not answer, gave up " + count
                        + " of its connections");
            }
        }
    }

    @Override
    public void close() {
        thread.interrupt();
    }
}
