// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.defaults.urlreader;

import dev.understudy.backend.plugin.api.service.UrlReaderOptions;
import dev.understudy.backend.plugin.api.service.UrlReaderResponse;
import dev.understudy.backend.plugin.api.service.UrlReaderSearchResponse;
import dev.understudy.backend.plugin.api.service.UrlReaderService;
import dev.understudy.backend.plugin.api.service.UrlReaderTree;
import dev.understudy.backend.plugin.api.service.UrlReaderTreeOptions;
import dev.understudy.errors.NotImplementedException;

/** Says that a store's integration is known but not read from, instead of reading without its credentials. */
record UnsupportedUrlReader(String type, String host) implements UrlReaderService {
    @Override
    public UrlReaderResponse readUrl(String url, UrlReaderOptions options) {
        throw unsupported(url);
    }

    @Override
    public UrlReaderTree readTree(String url, UrlReaderTreeOptions options) {
        throw unsupported(url);
    }

    @Override
    public UrlReaderSearchResponse search(String url, UrlReaderOptions options) {
        throw unsupported(url);
    }

    private NotImplementedException unsupported(String url) {
        return new NotImplementedException("Reading from '" + url + "' is not supported yet: there is no reader for "
                + "integrations." + type + ". You can add one with a factory for core.urlReader.factories");
    }

    @Override
    public String toString() {
        return type + "{host=" + host + ",unsupported}";
    }
}
