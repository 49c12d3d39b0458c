// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.defaults.urlreader;

import dev.understudy.backend.plugin.api.service.UrlReaderOptions;
import dev.understudy.backend.plugin.api.service.UrlReaderResponse;
import dev.understudy.backend.plugin.api.service.UrlReaderSearchResponse;
import dev.understudy.backend.plugin.api.service.UrlReaderService;
import dev.understudy.backend.plugin.api.service.UrlReaderTree;
import dev.understudy.backend.plugin.api.service.UrlReaderTreeOptions;
import dev.understudy.errors.NotModifiedException;
import dev.understudy.integration.ScmHttpClient;
import dev.understudy.integration.ScmRequest;
import dev.understudy.integration.Secret;
import dev.understudy.integration.WebUrl;
import java.io.IOException;
import java.util.Set;

/** Reads from the hosts that the configuration allows. */
final class FetchUrlReader implements UrlReaderService {
    private static final Set<Integer> REDIRECTS = Set.of(301, 302, 307, 308);
    private static final int MAX_REDIRECTS = 5;

    private final ReadingAllowList allowed;
    private final ScmHttpClient client;

    FetchUrlReader(ReadingAllowList allowed, ScmHttpClient client) {
        this.allowed = allowed;
        this.client = client;
    }

    @Override
    public UrlReaderResponse readUrl(String url, UrlReaderOptions options) throws IOException, InterruptedException {
        var current = url;
        var token = options.token().map(Secret::of);
        for (var redirects = 0; redirects < MAX_REDIRECTS; redirects++) {
            var parsed = WebUrl.parse(current);
            if (!allowed.allows(parsed)) {
                throw new IOException("URL not allowed by backend.reading.allow configuration: " + current);
            }
            var request = HttpReading.conditional(ScmRequest.get(current), options)
                    .bearer(token)
                    .withoutRedirects();
            try (var response = HttpReading.send(client, request, current)) {
                if (response.status() == 304) {
                    throw new NotModifiedException("");
                }
                var location = response.header("location");
                if (!REDIRECTS.contains(response.status()) || location.isEmpty()) {
                    var message = "could not read " + current + ", " + response.statusLine();
                    return HttpReading.file(HttpReading.checked(response, message));
                }
                var next = parsed.resolve(location.get());
                // unlike the reference, the token goes nowhere but to the origin it was given for
                token = token.filter(_ -> next.origin().equals(parsed.origin()));
                current = next.toString();
            }
        }
        throw new IOException("Too many redirects (max " + MAX_REDIRECTS + ") when reading " + url);
    }

    @Override
    public UrlReaderTree readTree(String url, UrlReaderTreeOptions options) throws IOException {
        throw new IOException("FetchUrlReader does not implement readTree");
    }

    @Override
    public UrlReaderSearchResponse search(String url, UrlReaderOptions options)
            throws IOException, InterruptedException {
        FileSearch.refuseWildcards(WebUrl.parse(url).pathname());
        return FileSearch.single(this, url, options);
    }

    @Override
    public String toString() {
        return "fetch{}";
    }
}
