// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.defaults.urlreader;

import dev.understudy.backend.plugin.api.service.LoggerService;
import dev.understudy.backend.plugin.api.service.UrlReaderService;
import dev.understudy.config.ConfigReader;
import java.util.List;
import java.util.Map;

/** All default readers, with one integration. */
final class TestReaders {
    private TestReaders() {}

    static UrlReaderService of(String type, Map<String, ?> integration) {
        var config = ConfigReader.fromData(Map.of("integrations", Map.of(type, List.of(integration))));
        return UrlReaders.defaults(config, new NoLog(), List.of());
    }

    /** Readers do not log. */
    record NoLog() implements LoggerService {
        @Override
        public void error(String message, Map<String, ?> fields) {}

        @Override
        public void warn(String message, Map<String, ?> fields) {}

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
}
