// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.defaults.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.understudy.backend.defaults.urlreader.ReadTreeResponseFactory;
import dev.understudy.backend.plugin.api.service.UrlReaderOptions;
import dev.understudy.backend.plugin.test.utils.RecordedStore;
import dev.understudy.config.ConfigReader;
import dev.understudy.errors.ErrorNames;
import dev.understudy.integration.AwsS3IntegrationConfig;
import dev.understudy.integration.ScmIntegrations;
import dev.understudy.integration.aws.node.DefaultAwsCredentialsManager;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

final class AwsS3UrlReaderTest {
    private static final JsonNode RECORDED = RecordedStore.read(AwsS3UrlReaderTest.class, "s3.json");

    private RecordedStore store;

    @BeforeEach
    void start() throws IOException {
        store = RecordedStore.start();
    }

    @AfterEach
    void stop() {
        store.close();
    }

    private static AwsS3IntegrationConfig config(Map<String, ?> section) {
        var data = Map.of("integrations", Map.of("awsS3", List.of(section)));
        return ScmIntegrations.fromConfig(ConfigReader.fromData(data))
                .awsS3()
                .list()
                .getFirst()
                .config();
    }

    private AwsS3UrlReader reader() {
        var config = config(
                Map.of("endpoint", store.url(), "s3ForcePathStyle", true, "accessKeyId", "a", "secretAccessKey", "s"));
        var manager = DefaultAwsCredentialsManager.fromConfig(ConfigReader.empty());
        return new AwsS3UrlReader(
                config,
                new S3Clients(config, new ReaderCredentials(manager)),
                ReadTreeResponseFactory.fromConfig(ConfigReader.empty()));
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
                : value.get("bucket").asString() + " " + value.get("path").asString() + " "
                        + value.get("region").asString();
    }

    private static String parsed(JsonNode row) {
        var section = new HashMap<String, Object>();
        row.get("config").properties().forEach(pair -> {
            if (pair.getValue().isBoolean()) {
                section.put(pair.getKey(), pair.getValue().asBoolean());
            } else {
                section.put(pair.getKey(), pair.getValue().asString());
            }
        });
        try {
            var url = AwsS3Url.parse(row.get("url").asString(), config(section));
            return url.bucket() + " " + url.path() + " " + url.region();
        } catch (RuntimeException failure) {
            return ErrorNames.describe(failure);
        }
    }

    @Test
    void readsAsTheReferenceDoes() {
        var reader = reader();
        SoftAssertions.assertSoftly(softly -> RECORDED.get("cases").forEach(row -> {
            var what = row.get("operation").asString() + " " + row.get("url").asString();
            softly.assertThat(store.play(reader, row)).as(what).isEqualTo(RecordedStore.outcomeOf(row));
            softly.assertThat(store.requests().stream()
                            .map(AwsS3UrlReaderTest::bucketUrl)
                            .toList())
                    .as(what)
                    .isEqualTo(RecordedStore.requestsOf(row).stream()
                            .map(AwsS3UrlReaderTest::bucketUrl)
                            .toList());
        }));
    }

    /** The two SDKs differ in a slash behind the bucket. */
    private static String bucketUrl(String request) {
        return request.replaceFirst("^/b/?\\?", "/b?");
    }

    @Test
    void signsWithTheConfiguredKey() {
        store.play(reader(), RECORDED.get("cases").get(0));
        assertThat(store.lastHeaders().get("authorization")).startsWith("AWS4-HMAC-SHA256 Credential=a/");
        assertThat(store.lastHeaders().get("user-agent")).contains("backstage-aws-s3-url-reader");
    }

    @Test
    void namesNobodyWhoDoesNotAnswer() {
        var reader = reader();
        var url = store.url() + "/b/x";
        store.close();
        assertThatThrownBy(() -> reader.readUrl(url, UrlReaderOptions.none()))
                .hasMessageStartingWith("Could not retrieve file from S3; caused by Error: ");
    }

    @Test
    void describesItselfWithoutSecrets() {
        assertThat(reader()).hasToString("awsS3{host=" + store.host() + ",authed=true}");
    }
}
