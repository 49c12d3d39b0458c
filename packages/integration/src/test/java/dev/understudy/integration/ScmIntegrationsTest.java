// SPDX-License-Identifier: Apache-2.0
package dev.understudy.integration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.config.ConfigReader;
import java.util.OptionalInt;
import java.util.function.Function;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

final class ScmIntegrationsTest {
    private static final JsonNode FACTS = ReferenceAnswers.read("resolve.json");
    private static final ScmIntegrations INTEGRATIONS =
            ScmIntegrations.fromConfig(ConfigReader.fromData(FACTS.get("registry")));

    @Test
    void followsReferencesAsTheReferenceDoes() {
        SoftAssertions.assertSoftly(softly -> {
            for (var row : ReferenceAnswers.rows(FACTS.get("resolve"))) {
                var base = row.get("base").asString();
                var url = row.get("url").asString();
                var line = row.has("lineNumber")
                        ? OptionalInt.of(row.get("lineNumber").asInt())
                        : OptionalInt.empty();
                softly.assertThat(ReferenceAnswers.outcome(() -> INTEGRATIONS.resolveUrl(url, base, line.orElse(0))))
                        .as("%s from %s", url, base)
                        .isEqualTo(ReferenceAnswers.expected(row));
            }
        });
    }

    @Test
    void findsWhereToEditAsTheReferenceDoes() {
        SoftAssertions.assertSoftly(softly -> {
            for (var row : ReferenceAnswers.rows(FACTS.get("edit"))) {
                var url = row.get("url").asString();
                // the reference's message is empty here
                var expected = ReferenceAnswers.expected(row).equals("Error")
                        ? "Error: Not a URL of a file in AWS CodeCommit: " + url
                        : ReferenceAnswers.expected(row);
                softly.assertThat(ReferenceAnswers.outcome(() -> INTEGRATIONS.resolveEditUrl(url)))
                        .as(url)
                        .isEqualTo(expected);
            }
        });
    }

    @Test
    void findsIntegrationsAsTheReferenceDoes() {
        SoftAssertions.assertSoftly(softly -> {
            for (var row : ReferenceAnswers.rows(FACTS.get("lookup"))) {
                var text = row.get("text").asString();
                Function<String, String> expected =
                        field -> row.get(field).isNull() ? "" : row.get(field).asString();
                softly.assertThat(INTEGRATIONS
                                .byUrl(text)
                                .map(ScmIntegration::type)
                                .orElse(""))
                        .as(text)
                        .isEqualTo(expected.apply("byUrl"));
                softly.assertThat(INTEGRATIONS
                                .byHost(text)
                                .map(ScmIntegration::type)
                                .orElse(""))
                        .as(text)
                        .isEqualTo(expected.apply("byHost"));
            }
        });
    }

    @Test
    void listsAllIntegrations() {
        assertThat(ScmIntegrations.fromConfig(ConfigReader.empty()).list())
                .extracting(integration -> integration.type() + " " + integration.title())
                .containsExactly(
                        "awsS3 amazonaws.com",
                        "azureBlobStorage blob.core.windows.net",
                        "azure dev.azure.com",
                        "bitbucketCloud bitbucket.org",
                        "github github.com",
                        "gitlab gitlab.com",
                        "googleGcs storage.cloud.google.com");
    }
}
