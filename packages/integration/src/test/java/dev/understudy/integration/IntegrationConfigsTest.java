// SPDX-License-Identifier: Apache-2.0
package dev.understudy.integration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.config.ConfigReader;
import dev.understudy.errors.ErrorNames;
import java.util.List;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.ser.std.StdSerializer;

final class IntegrationConfigsTest {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .addModule(new SimpleModule().addSerializer(new SecretSerializer()))
            .build();

    private static final class SecretSerializer extends StdSerializer<Secret> {
        SecretSerializer() {
            super(Secret.class);
        }

        @Override
        public void serialize(Secret secret, JsonGenerator json, SerializationContext context) {
            json.writeString(secret.reveal());
        }
    }

    @Test
    void readsConfigurationAsTheReferenceDoes() {
        SoftAssertions.assertSoftly(softly -> {
            for (var row : ReferenceAnswers.rows(ReferenceAnswers.read("configs.json"))) {
                softly.assertThat(outcome(row)).as(row.get("config").toString()).isEqualTo(expected(row));
            }
        });
    }

    @Test
    void keepsSecretsToThemselves() {
        var config = ConfigReader.fromData(java.util.Map.of(
                "integrations", java.util.Map.of("github", List.of(java.util.Map.of("token", "hush")))));
        var read = ScmIntegrations.fromConfig(config).github().list().getFirst().config();
        assertThat(read.toString()).doesNotContain("hush").contains("***");
        assertThat(read.token()).contains(Secret.of("hush"));
    }

    private static String expected(JsonNode row) {
        return row.has("error")
                ? row.get("error").asString()
                : normalized(row.get("value")).toString();
    }

    private static String outcome(JsonNode row) {
        try {
            var integrations = ScmIntegrations.fromConfig(ConfigReader.fromData(row.get("config")));
            var result = MAPPER.createObjectNode();
            var sections = row.get("config").get("integrations");
            for (var type : row.get("value") == null
                    ? List.<String>of()
                    : List.copyOf(row.get("value").propertyNames())) {
                result.set(type, MAPPER.valueToTree(configs(integrations, type)));
            }
            assertThat(sections).isNotNull();
            return normalized(result).toString();
        } catch (RuntimeException failure) {
            return ErrorNames.describe(failure);
        }
    }

    private static List<Record> configs(ScmIntegrations integrations, String type) {
        return integrations.list().stream()
                .filter(integration -> integration.type().equals(type))
                .map(IntegrationConfigsTest::config)
                .toList();
    }

    private static Record config(ScmIntegration integration) {
        return switch (integration) {
            case AwsCodeCommitIntegration(var config) -> config;
            case AwsS3Integration(var config) -> config;
            case AzureBlobStorageIntegration(var config) -> config;
            case AzureIntegration(var config) -> config;
            case BitbucketCloudIntegration(var config) -> config;
            case BitbucketServerIntegration(var config) -> config;
            case GerritIntegration(var config) -> config;
            case GiteaIntegration(var config) -> config;
            case GithubIntegration(var config) -> config;
            case GitLabIntegration(var config) -> config;
            case GoogleGcsIntegration(var config) -> config;
            case HarnessIntegration(var config) -> config;
        };
    }

    /** Without what is only absent, empty or said by a Java type, and with sorted keys. */
    private static JsonNode normalized(JsonNode value) {
        if (value.isArray()) {
            var result = MAPPER.createArrayNode();
            value.forEach(item -> result.add(normalized(item)));
            return result;
        }
        if (!(value instanceof ObjectNode object)) {
            return value;
        }
        var result = MAPPER.createObjectNode();
        object.propertyNames().stream().sorted().forEach(name -> {
            var item = object.get(name);
            var absent = item.isNull()
                    || name.equals("kind")
                    || (name.equals("apps") && item.isEmpty())
                    || (name.equals("s3ForcePathStyle") && !item.asBoolean())
                    // a constant here
                    || (name.equals("host") && item.asString().equals(GoogleGcsIntegrationConfig.HOST));
            if (!absent) {
                result.set(name, normalized(item));
            }
        });
        return result;
    }
}
