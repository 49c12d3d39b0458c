// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.defaults.urlreader;

import dev.understudy.backend.plugin.api.service.UrlReaderOptions;
import dev.understudy.backend.plugin.api.service.UrlReaderResponse;
import dev.understudy.backend.plugin.api.service.UrlReaderSearchResponse;
import dev.understudy.backend.plugin.api.service.UrlReaderService;
import dev.understudy.backend.plugin.api.service.UrlReaderTree;
import dev.understudy.backend.plugin.api.service.UrlReaderTreeOptions;
import dev.understudy.errors.NotAllowedException;
import dev.understudy.integration.WebUrl;
import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;

/** Hands each URL to the first reader for it. */
record UrlReaderMux(List<UrlReaderFactory.Route> routes) implements UrlReaderService {
    @Override
    public UrlReaderResponse readUrl(String url, UrlReaderOptions options) throws IOException, InterruptedException {
        return reader(url).readUrl(url, options);
    }

    @Override
    public UrlReaderTree readTree(String url, UrlReaderTreeOptions options) throws IOException, InterruptedException {
        return reader(url).readTree(url, options);
    }

    @Override
    public UrlReaderSearchResponse search(String url, UrlReaderOptions options)
            throws IOException, InterruptedException {
        return reader(url).search(url, options);
    }

    private UrlReaderService reader(String url) {
        var parsed = WebUrl.parse(url);
        return routes.stream()
                .filter(route -> route.predicate().test(parsed))
                .findFirst()
                .map(UrlReaderFactory.Route::reader)
                .orElseThrow(() -> new NotAllowedException("Reading from '" + url + "' is not allowed."
                        + " You may need to configure an integration for the target host, or add it to the configured"
                        + " list of allowed hosts at 'backend.reading.allow'"));
    }

    @Override
    public String toString() {
        return routes.stream()
                .map(route -> route.reader().toString())
                .collect(Collectors.joining(",", "predicateMux{readers=", ""));
    }
}
