// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.defaults.urlreader;

import dev.understudy.backend.defaults.testing.RecordingLogger;
import dev.understudy.backend.plugin.api.service.UrlReaderService;
import dev.understudy.config.ConfigReader;
import java.util.List;
import java.util.Map;

/** All default readers, with one integration. */
final class TestReaders {
    private TestReaders() {}

    static UrlReaderService of(String type, Map<String, ?> integration) {
        var config = ConfigReader.fromData(Map.of("integrations", Map.of(type, List.of(integration))));
        return UrlReaders.defaults(config, RecordingLogger.create(), List.of());
    }
}
