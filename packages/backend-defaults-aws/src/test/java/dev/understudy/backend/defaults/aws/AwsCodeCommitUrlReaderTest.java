// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.defaults.aws;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.backend.defaults.urlreader.ReadTreeResponseFactory;
import dev.understudy.backend.plugin.test.utils.RecordedStore;
import dev.understudy.config.ConfigReader;
import dev.understudy.errors.ErrorNames;
import dev.understudy.integration.ScmIntegrations;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.codecommit.CodeCommitClient;
import tools.jackson.databind.JsonNode;

final class AwsCodeCommitUrlReaderTest {
    private static final JsonNode RECORDED = RecordedStore.read(AwsCodeCommitUrlReaderTest.class, "code-commit.json");

    private static AwsCodeCommitUrlReader reader(RecordedStore store) {
        var data = Map.of("integrations", Map.of("awsCodeCommit", List.of(Map.of("region", "eu-west-1"))));
        var config = ScmIntegrations.fromConfig(ConfigReader.fromData(data))
                .awsCodeCommit()
                .list()
                .getFirst()
                .config();
        var client = CodeCommitClient.builder()
                .endpointOverride(URI.create(store.url()))
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .overrideConfiguration(ClientOptions.named("test"))
                .region(Region.EU_WEST_1)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("a", "s")))
                .build();
        return new AwsCodeCommitUrlReader(
                config, _ -> client, ReadTreeResponseFactory.fromConfig(ConfigReader.empty()));
    }

    @Test
    void understandsUrlsAsTheReferenceDoes() {
        SoftAssertions.assertSoftly(softly -> RECORDED.get("urls")
                .forEach(
                        row -> softly.assertThat(parsed(row)).as(row.toString()).isEqualTo(expected(row))));
    }

    private static String expected(JsonNode row) {
        var value = row.path("value");
        return row.has("error")
                ? row.get("error").asString()
                : value.get("region").asString() + " "
                        + value.get("repositoryName").asString() + " "
                        + value.get("path").asString() + " "
                        + value.path("commitSpecifier").asString("-");
    }

    private static String parsed(JsonNode row) {
        var text = row.get("url").asString();
        try {
            var url = row.get("file").asBoolean() ? AwsCodeCommitUrl.ofFile(text) : AwsCodeCommitUrl.ofTree(text);
            return url.region() + " " + url.repositoryName() + " " + url.path() + " "
                    + url.commitSpecifier().orElse("-");
        } catch (RuntimeException failure) {
            return ErrorNames.describe(failure);
        }
    }

    @Test
    void readsAsTheReferenceDoes() throws Exception {
        try (var store = RecordedStore.start()) {
            var reader = reader(store);
            SoftAssertions.assertSoftly(softly -> RECORDED.get("cases").forEach(row -> {
                var what =
                        row.get("operation").asString() + " " + row.get("url").asString();
                softly.assertThat(store.play(reader, row)).as(what).isEqualTo(RecordedStore.outcomeOf(row));
                softly.assertThat(store.requests()).as(what).isEqualTo(RecordedStore.requestsOf(row));
            }));
            assertThat(reader).hasToString("awsCodeCommit{host=eu-west-1.console.aws.amazon.com,authed=false}");
        }
    }
}
