// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.backend.module.github;

import dev.understudy.backend.test.utils.MockHost;
import dev.understudy.config.AppConfig;
import dev.understudy.config.Config;
import dev.understudy.config.ConfigReader;
import dev.understudy.types.Json;
import java.util.List;

final class TestConfig {
    private TestConfig() {}

    /** A configuration with a host as the integration {@code github.com}, and more of {@code catalog}. */
    static Config of(MockHost github, String catalog) {
        var integration = "{\"host\":\"github.com\",\"apiBaseUrl\":\"" + github.url() + "\",\"token\":\"secret\"}";
        var text = "{\"integrations\":{\"github\":[" + integration + "]},\"catalog\":" + catalog + "}";
        return ConfigReader.fromConfigs(List.of(new AppConfig("test", Json.parse(text))));
    }
}
