// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.defaults.urlreader;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.backend.plugin.api.service.UrlReaderOptions;
import dev.understudy.backend.plugin.test.utils.RecordedStore;
import dev.understudy.config.ConfigReader;
import dev.understudy.errors.ErrorNames;
import dev.understudy.integration.AzureBlobStorageAccess;
import dev.understudy.integration.AzureBlobStorageIntegrationConfig;
import dev.understudy.integration.ScmHttpClient;
import dev.understudy.integration.ScmIntegrations;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

final class AzureBlobStorageUrlReaderTest {
    @TempDir
    private Path work;

    private RecordedStore store;

    @BeforeEach
    void start() throws IOException {
        store = RecordedStore.start();
    }

    @AfterEach
    void stop() {
        store.close();
    }

    private static AzureBlobStorageIntegrationConfig config(Map<String, ?> section) {
        var data = Map.of("integrations", Map.of("azureBlobStorage", List.of(section)));
        return ScmIntegrations.fromConfig(ConfigReader.fromData(data))
                .azureBlobStorage()
                .list()
                .getFirst()
                .config();
    }

    private AzureBlobStorageUrlReader reader(Map<String, ?> section) {
        var client = ScmHttpClient.create();
        var config = config(section);
        return new AzureBlobStorageUrlReader(
                config,
                AzureBlobStorageAccess.create(client, config),
                client,
                new ReadTreeResponseFactory(work, TreeLimits.DEFAULT));
    }

    private AzureBlobStorageUrlReader readerWithKey() {
        return reader(Map.of(
                "accountName",
                "acc",
                "connectionString",
                "AccountName=acc;AccountKey=a2V5;BlobEndpoint=" + store.url()));
    }

    @Test
    void understandsUrlsAsTheReferenceDoes() {
        SoftAssertions.assertSoftly(softly -> RecordedStore.read(getClass(), "azure-blobs.json")
                .get("urls")
                .forEach(row -> softly.assertThat(parsed(row.get("url").asString()))
                        .as(row.toString())
                        .isEqualTo(expected(row))));
    }

    private static String expected(JsonNode row) {
        return row.has("error")
                ? row.get("error").asString()
                : row.at("/value/container").asString() + " "
                        + row.at("/value/path").asString();
    }

    private static String parsed(String url) {
        try {
            var parsed = AzureBlobUrl.parse(url);
            return parsed.container() + " " + parsed.path();
        } catch (RuntimeException failure) {
            return ErrorNames.describe(failure);
        }
    }

    @Test
    void readsAsTheReferenceDoes() {
        var reader = readerWithKey();
        SoftAssertions.assertSoftly(softly -> RecordedStore.read(getClass(), "azure-blobs.json")
                .get("cases")
                .forEach(row -> {
                    softly.assertThat(store.play(reader, row))
                            .as(row.get("url").asString())
                            .isEqualTo(RecordedStore.outcomeOf(row));
                    softly.assertThat(store.requests())
                            .as(row.get("url").asString())
                            .isEqualTo(RecordedStore.requestsOf(row));
                }));
    }

    @Test
    void signsWithTheKey() {
        store.play(readerWithKey(), firstCase());
        assertThat(store.lastHeaders().get("authorization")).startsWith("SharedKey acc:");
        assertThat(store.lastHeaders()).containsKey("x-ms-date").containsEntry("x-ms-version", "2021-12-02");
    }

    @Test
    void usesASharedAccessSignatureInsteadOfOtherCredentials() {
        var reader = reader(Map.of("accountName", "acc", "endpoint", store.url(), "sasToken", "?sv=1&sig=a%2Bb"));
        store.play(reader, firstCase());
        assertThat(store.requests()).containsExactly("/c/a/x.yaml?sig=a%2Bb&sv=1");
        assertThat(store.lastHeaders()).doesNotContainKey("authorization");
    }

    @Test
    void sendsTokensOverSecureConnectionsOnly() {
        var reader = reader(Map.of(
                "accountName",
                "acc",
                "endpoint",
                store.url(),
                "aadCredential",
                Map.of("clientId", "c", "tenantId", "t", "clientSecret", "s")));
        assertThat(store.play(reader, firstCase()))
                .isEqualTo("Error: Could not retrieve file from Azure Blob Storage; caused by Error: Bearer token"
                        + " authentication is not permitted for non-TLS protected (non-https) URLs.");
        assertThat(store.requests()).isEmpty();
    }

    @Test
    void saysWhichConnectionStringIsOfNoUse() {
        org.assertj.core.api.Assertions.assertThatThrownBy(
                        () -> reader(Map.of("accountName", "acc", "connectionString", "AccountName=acc")))
                .hasMessage("The connection string of the storage account 'acc' has neither an AccountKey nor a"
                        + " SharedAccessSignature");
    }

    @Test
    void followsNoEntitiesInAnswers() throws Exception {
        var bomb = "<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><Error><Message>&x;</Message></Error>";
        assertThat(AzureBlobList.errorMessage(bomb.getBytes(java.nio.charset.StandardCharsets.UTF_8)))
                .isIn(java.util.Optional.of(""), java.util.Optional.empty());
        assertThat(AzureBlobList.parse("<a/>".getBytes(java.nio.charset.StandardCharsets.UTF_8))
                        .blobs())
                .isEmpty();
        assertThat(UrlReaderOptions.none()).isNotNull();
    }

    private JsonNode firstCase() {
        return RecordedStore.read(getClass(), "azure-blobs.json").get("cases").get(0);
    }
}
