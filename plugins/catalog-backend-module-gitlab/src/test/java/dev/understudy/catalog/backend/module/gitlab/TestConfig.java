// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.backend.module.gitlab;

import dev.understudy.backend.test.utils.MockHost;
import dev.understudy.config.AppConfig;
import dev.understudy.config.Config;
import dev.understudy.config.ConfigReader;
import dev.understudy.types.Json;
import java.util.List;

final class TestConfig {
    private TestConfig() {}

    /** A configuration with a server as the integration of a host, and one section of {@code providers.gitlab}. */
    static Config of(MockHost gitlab, String host, String section) {
        var integration = "{\"host\":\"" + host + "\",\"apiBaseUrl\":\"" + gitlab.url() + "/api/v4\",\"baseUrl\":\""
                + gitlab.url() + "\",\"token\":\"secret\"}";
        var provider = "{\"host\":\"" + host + "\",\"schedule\":{\"frequency\":\"PT1H\",\"timeout\":\"PT5M\"}"
                + (section.isEmpty() ? "" : "," + section) + "}";
        var text = "{\"integrations\":{\"gitlab\":[" + integration + "]},\"catalog\":{\"providers\":{\"gitlab\":{\"x\":"
                + provider + "}}}}";
        return ConfigReader.fromConfigs(List.of(new AppConfig("test", Json.parse(text))));
    }
}
