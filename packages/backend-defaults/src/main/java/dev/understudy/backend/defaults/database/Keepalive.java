// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.defaults.database;

import dev.understudy.backend.plugin.api.service.LoggerService;
import dev.understudy.errors.ErrorNames;
import java.sql.SQLException;
import java.time.Duration;
import javax.sql.DataSource;

/** Asks the database something every minute, so that a lost connection is noticed, and logged once per loss. */
final class Keepalive implements AutoCloseable {
    private static final Duration INTERVAL = Duration.ofMinutes(1);

    private final String pluginId;
    private final DataSource dataSource;
    private final LoggerService logger;
    private boolean failing;

    Keepalive(String pluginId, DataSource dataSource, LoggerService logger) {
        this.pluginId = pluginId;
        this.dataSource = dataSource;
        this.logger = logger;
        this.thread = Thread.ofVirtual().name("database-keepalive-" + pluginId).unstarted(this::run);
    }

    private final Thread thread;

    static Keepalive start(String pluginId, DataSource dataSource, LoggerService logger) {
        var keepalive = new Keepalive(pluginId, dataSource, logger);
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
        try (var connection = dataSource.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("select 1");
            failing = false;
        } catch (SQLException failure) {
            if (!failing) {
                logger.warn("Database keepalive failed for plugin " + pluginId + ", " + ErrorNames.describe(failure));
            }
            failing = true;
        }
    }

    @Override
    public void close() {
        thread.interrupt();
    }
}
