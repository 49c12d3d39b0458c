// SPDX-License-Identifier: Apache-2.0
package dev.understudy.integration.aws.node;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import dev.understudy.config.ConfigReader;
import dev.understudy.errors.ErrorNames;
import dev.understudy.types.Json;
import java.io.IOException;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

final class AwsIntegrationConfigTest {
    @Test
    void readsConfigurationAsTheReferenceDoes() throws IOException {
        try (var in = requireNonNull(getClass().getResourceAsStream("configs.json"))) {
            var rows = Json.parse(new String(in.readAllBytes(), UTF_8));
            SoftAssertions.assertSoftly(softly -> rows.forEach(row -> softly.assertThat(outcome(row))
                    .as(row.toString())
                    .isEqualTo(row.path("error").asString("ok"))));
        }
    }

    private static String outcome(JsonNode row) {
        try {
            AwsIntegrationConfig.fromConfig(ConfigReader.fromData(row.get("config")));
            return "ok";
        } catch (RuntimeException failure) {
            return ErrorNames.describe(failure);
        }
    }
}
