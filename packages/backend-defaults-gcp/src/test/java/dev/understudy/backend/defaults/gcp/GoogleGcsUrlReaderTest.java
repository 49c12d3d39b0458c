// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.defaults.gcp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.understudy.backend.defaults.urlreader.ReadTreeResponseFactory;
import dev.understudy.backend.plugin.api.service.UrlReaderOptions;
import dev.understudy.backend.plugin.test.utils.RecordedStore;
import dev.understudy.config.ConfigReader;
import dev.understudy.integration.GoogleGcsIntegrationConfig;
import dev.understudy.integration.ScmHttpClient;
import dev.understudy.integration.Secret;
import java.util.Optional;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

final class GoogleGcsUrlReaderTest {
    private static final JsonNode RECORDED = RecordedStore.read(GoogleGcsUrlReaderTest.class, "gcs.json");
    private static final GoogleGcsIntegrationConfig NO_KEY =
            new GoogleGcsIntegrationConfig(Optional.empty(), Optional.empty());

    private static GoogleGcsUrlReader reader(String url) {
        var objects = new StorageObjects(url, ScmHttpClient.create(), () -> Optional.of(Secret.of("token")));
        return new GoogleGcsUrlReader(NO_KEY, objects, ReadTreeResponseFactory.fromConfig(ConfigReader.empty()));
    }

    @Test
    void readsAsTheReferenceDoes() throws Exception {
        try (var store = RecordedStore.start()) {
            var reader = reader(store.url());
            SoftAssertions.assertSoftly(softly -> RECORDED.get("cases").forEach(row -> {
                var what =
                        row.get("operation").asString() + " " + row.get("url").asString();
                softly.assertThat(store.play(reader, row)).as(what).isEqualTo(RecordedStore.outcomeOf(row));
                softly.assertThat(store.requests()).as(what).isEqualTo(RecordedStore.requestsOf(row));
            }));
            assertThat(store.lastHeaders()).containsEntry("authorization", "Bearer token");
            assertThat(reader).hasToString("googleGcs{host=storage.cloud.google.com,authed=false}");
        }
    }

    @Test
    void readsItsOwnHostOnly() {
        assertThatThrownBy(() -> reader("http://127.0.0.1:1")
                        .readUrl("https://storage.googleapis.com/b/x", UrlReaderOptions.none()))
                .hasMessage("not a valid GCS URL: https://storage.googleapis.com/b/x");
    }

    @Test
    void refusesKeysThatAreNone() {
        var tokens = new GoogleAccessTokens(new GoogleGcsIntegrationConfig(
                Optional.of("me@example.com"), Optional.of(Secret.of("-----BEGIN nothing"))));
        assertThatThrownBy(tokens::token).hasMessageNotContaining("BEGIN");
    }
}
