// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.defaults.urlreader;

import dev.understudy.backend.plugin.api.service.UrlReaderOptions;
import dev.understudy.backend.plugin.api.service.UrlReaderResponse;
import dev.understudy.backend.plugin.api.service.UrlReaderSearchResponse;
import dev.understudy.backend.plugin.api.service.UrlReaderService;
import dev.understudy.backend.plugin.api.service.UrlReaderTree;
import dev.understudy.backend.plugin.api.service.UrlReaderTreeOptions;
import dev.understudy.errors.NotImplementedException;

/** Says which module is missing, instead of reading without a store's credentials. */
record UnsupportedUrlReader(String type, String host, String module) implements UrlReaderService {
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
        return new NotImplementedException("Reading from '" + url + "' needs the reader for integrations." + type
                + ". Add the module '" + module + "' to the backend's class path");
    }

    @Override
    public String toString() {
        return type + "{host=" + host + ",unsupported}";
    }
}
