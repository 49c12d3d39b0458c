// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.defaults.telemetry;

import dev.understudy.backend.plugin.api.service.LoggerService;
import java.util.Map;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;

/** Writes what OpenTelemetry has to say into the backend's log. */
final class OpenTelemetryLogs extends Handler {
    // kept, since the JDK forgets loggers that nobody holds
    private final Logger source = Logger.getLogger("io.opentelemetry");
    private final SimpleFormatter formatter = new SimpleFormatter();
    private final LoggerService logger;

    private OpenTelemetryLogs(LoggerService logger) {
        this.logger = logger.child(Map.of("type", "opentelemetry"));
    }

    static OpenTelemetryLogs redirectTo(LoggerService logger) {
        var logs = new OpenTelemetryLogs(logger);
        logs.source.addHandler(logs);
        logs.source.setUseParentHandlers(false);
        return logs;
    }

    @Override
    public void publish(LogRecord line) {
        var message = formatter.formatMessage(line);
        var failure = line.getThrown();
        if (line.getLevel().intValue() < Level.WARNING.intValue()) {
            logger.info(message);
        } else if (failure == null) {
            logger.warn(message);
        } else {
            logger.warn(message, failure);
        }
    }

    @Override
    public void flush() {}

    @Override
    public void close() {
        source.removeHandler(this);
        source.setUseParentHandlers(true);
    }
}
