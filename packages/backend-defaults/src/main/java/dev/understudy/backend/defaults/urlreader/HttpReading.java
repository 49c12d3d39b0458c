// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.defaults.urlreader;

import dev.understudy.backend.plugin.api.service.UrlReaderOptions;
import dev.understudy.backend.plugin.api.service.UrlReaderResponse;
import dev.understudy.errors.NotFoundException;
import dev.understudy.errors.NotModifiedException;
import dev.understudy.integration.ScmHttpClient;
import dev.understudy.integration.ScmRequest;
import dev.understudy.integration.ScmResponse;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;

/** What reading over HTTP has in common. */
final class HttpReading {
    static final int MAX_FILE = 64 * 1024 * 1024;
    private static final DateTimeFormatter HTTP_DATE = DateTimeFormatter.ofPattern(
                    "EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private static final int NOT_MODIFIED = 304;

    private HttpReading() {}

    static ScmRequest conditional(ScmRequest request, UrlReaderOptions options) {
        var tagged = options.etag()
                .map(etag -> request.header("If-None-Match", etag))
                .orElse(request);
        return options.lastModifiedAfter()
                .map(time -> tagged.header("If-Modified-Since", HTTP_DATE.format(time)))
                .orElse(tagged);
    }

    /** Names what was to be read in a failure to get any answer. */
    static ScmResponse send(ScmHttpClient client, ScmRequest request, String what)
            throws IOException, InterruptedException {
        try {
            return client.send(request);
        } catch (IOException failure) {
            throw noAnswer(what, failure);
        }
    }

    /** In the reference's words, for catalogs compare errors to know whether they have changed. */
    static IOException noAnswer(String what, IOException failure) {
        return new IOException("Unable to read " + what + ", TypeError: fetch failed", failure);
    }

    /** The body as a file. */
    static UrlReaderResponse file(ScmResponse response) throws IOException {
        return UrlReaderResponse.of(
                response.bytes(MAX_FILE), response.header("etag"), lastModified(response.header("last-modified")));
    }

    /** The body as the file at a URL, which was asked for at another, unless it has not changed. */
    static UrlReaderResponse file(ScmResponse response, String url, String fetchUrl) throws IOException {
        if (response.status() == NOT_MODIFIED) {
            throw new NotModifiedException("");
        }
        return file(checked(response, url + " could not be read as " + fetchUrl + ", " + response.statusLine()));
    }

    static Optional<Instant> lastModified(Optional<String> header) {
        try {
            return header.map(text -> ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant());
        } catch (DateTimeException notADate) {
            return Optional.empty();
        }
    }

    /** The answer if it is one of success, else the failure that it tells. */
    static ScmResponse checked(ScmResponse response, String message) throws IOException {
        if (response.isOk()) {
            return response;
        }
        response.close();
        if (response.status() == 404) {
            throw new NotFoundException(message);
        }
        throw new IOException(message);
    }

    static byte[] base64(String text) throws IOException {
        try {
            return Base64.getMimeDecoder().decode(text);
        } catch (IllegalArgumentException malformed) {
            throw new IOException("The file is not in base 64", malformed);
        }
    }
}
