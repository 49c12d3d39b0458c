// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.defaults.cache.infinispan;

import dev.understudy.backend.plugin.api.service.LoggerService;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Keeps warnings. */
record WarningLogger(List<String> warnings) implements LoggerService {
    WarningLogger() {
        this(new ArrayList<>());
    }

    @Override
    public void error(String message, Map<String, ?> fields) {}

    @Override
    public void warn(String message, Map<String, ?> fields) {
        warnings.add(message);
    }

    @Override
    public void info(String message, Map<String, ?> fields) {}

    @Override
    public void debug(String message, Map<String, ?> fields) {}

    @Override
    public void error(String message, Throwable failure) {}

    @Override
    public void warn(String message, Throwable failure) {}

    @Override
    public LoggerService child(Map<String, ?> fields) {
        return this;
    }
}
