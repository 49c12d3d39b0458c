// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.defaults.urlreader;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.understudy.backend.defaults.testing.RecordingLogger;
import dev.understudy.backend.plugin.api.service.UrlReaderOptions;
import dev.understudy.backend.plugin.api.service.UrlReaderResponse;
import dev.understudy.backend.plugin.api.service.UrlReaderSearchResponse;
import dev.understudy.backend.plugin.api.service.UrlReaderService;
import dev.understudy.backend.plugin.api.service.UrlReaderTree;
import dev.understudy.backend.plugin.api.service.UrlReaderTreeOptions;
import dev.understudy.config.ConfigReader;
import dev.understudy.errors.NotAllowedException;
import dev.understudy.errors.NotImplementedException;
import dev.understudy.errors.TypeException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class UrlReadersTest {
    private static UrlReaderService readers(UrlReaderFactory... factories) {
        return UrlReaders.defaults(ConfigReader.empty(), RecordingLogger.create(), List.of(factories));
    }

    private record Fixed(String text) implements UrlReaderService {
        @Override
        public UrlReaderResponse readUrl(String url, UrlReaderOptions options) {
            return UrlReaderResponse.of(text.getBytes(UTF_8), Optional.empty(), Optional.empty());
        }

        @Override
        public UrlReaderTree readTree(String url, UrlReaderTreeOptions options) {
            throw new AssertionError(url);
        }

        @Override
        public UrlReaderSearchResponse search(String url, UrlReaderOptions options) {
            throw new AssertionError(url);
        }
    }

    private static UrlReaderFactory fixed(String host, String text) {
        return _ -> List.of(UrlReaderFactory.Route.forHost(host, new Fixed(text)));
    }

    @Test
    void refuseWhatNoReaderIsFor() {
        var message = "Reading from 'https://example.com/a' is not allowed. You may need to configure an integration"
                + " for the target host, or add it to the configured list of allowed hosts at 'backend.reading.allow'";
        var readers = readers();
        assertThatThrownBy(() -> readers.readUrl("https://example.com/a", UrlReaderOptions.none()))
                .isInstanceOf(NotAllowedException.class)
                .hasMessage(message);
        assertThatThrownBy(() -> readers.readTree("https://example.com/a", UrlReaderTreeOptions.none()))
                .hasMessage(message);
        assertThatThrownBy(() -> readers.search("https://example.com/a", UrlReaderOptions.none()))
                .hasMessage(message);
        assertThatThrownBy(() -> readers.readUrl("file:///etc/passwd", UrlReaderOptions.none()))
                .isInstanceOf(NotAllowedException.class);
        assertThatThrownBy(() -> readers.readUrl("./a", UrlReaderOptions.none()))
                .isInstanceOf(TypeException.class)
                .hasMessage("Invalid URL");
    }

    @Test
    void askTheirOwnersReadersFirst() throws Exception {
        var readers = readers(fixed("github.com", "first"), fixed("github.com", "second"));
        assertThat(readers.readUrl("https://github.com/o/r", UrlReaderOptions.none()).stream())
                .hasContent("first");
    }

    @Test
    void sayWhichModuleIsMissing() {
        assertThatThrownBy(() -> readers().readUrl("https://b.s3.amazonaws.com/x", UrlReaderOptions.none()))
                .isInstanceOf(NotImplementedException.class)
                .hasMessage("Reading from 'https://b.s3.amazonaws.com/x' needs the reader for integrations.awsS3."
                        + " Add the module 'backend-defaults-aws' to the backend's class path");
    }

    @Test
    void listThemselves() {
        assertThat(readers())
                .hasToString("predicateMux{readers=azure{host=dev.azure.com,authed=false},"
                        + "bitbucketCloud{host=bitbucket.org,authed=false},github{host=github.com,authed=false},"
                        + "gitlab{host=gitlab.com,authed=false},awsS3{host=amazonaws.com,unsupported},"
                        + "azureBlobStorage{accountName=undefined,authed=false},fetch{}");
    }
}
