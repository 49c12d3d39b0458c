// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.defaults.gcp;

import dev.understudy.backend.defaults.urlreader.StoreReading;
import dev.understudy.integration.ScmHttpClient;
import dev.understudy.integration.ScmRequest;
import dev.understudy.integration.ScmResponse;
import dev.understudy.integration.UriComponents;
import dev.understudy.types.Json;
import java.io.IOException;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;

/** Google Cloud Storage's API for objects, as much of it as reading takes. */
record StorageObjects(String baseUrl, ScmHttpClient client, AccessTokens tokens) {
    static final String GOOGLE = "https://storage.googleapis.com/storage/v1";
    private static final int MAX_OBJECTS = 500_000;

    /** An object; the size is -1 if it is not known. */
    record Item(String name, long size, Optional<Instant> updated) {}

    /** The content of an object, to be closed. */
    ScmResponse content(String bucket, String name) throws IOException, InterruptedException {
        return send(bucketUrl(bucket) + "/o/" + UriComponents.encode(name) + "?alt=media");
    }

    List<Item> list(String bucket, String prefix) throws IOException, InterruptedException {
        var items = new ArrayList<Item>();
        var url = bucketUrl(bucket) + "/o?prefix=" + UriComponents.encode(prefix);
        var token = "";
        do {
            try (var response = send(token.isEmpty() ? url : url + "&pageToken=" + UriComponents.encode(token))) {
                var page = response.json();
                page.path("items")
                        .forEach(item -> items.add(new Item(
                                item.path("name").asString(""),
                                item.path("size").asLong(-1),
                                instant(item.path("updated").asString("")))));
                token = page.path("nextPageToken").asString("");
            }
            if (items.size() > MAX_OBJECTS) {
                throw new IOException("There are more than " + MAX_OBJECTS + " objects below " + prefix);
            }
        } while (!token.isEmpty());
        return List.copyOf(items);
    }

    private String bucketUrl(String bucket) {
        return baseUrl + "/b/" + UriComponents.encode(bucket);
    }

    private ScmResponse send(String url) throws IOException, InterruptedException {
        var response = client.send(ScmRequest.get(url).bearer(tokens.token()));
        if (response.isOk()) {
            return response;
        }
        try (response) {
            var text = new String(response.bytes(StoreReading.MAX_FILE), java.nio.charset.StandardCharsets.UTF_8);
            throw new IOException(message(text).filter(said -> !said.isEmpty()).orElse(response.statusLine()));
        }
    }

    private static Optional<String> message(String answer) {
        try {
            return Optional.of(Json.parse(answer).path("error").path("message").asString(answer));
        } catch (JacksonException plainText) {
            return Optional.of(answer);
        }
    }

    private static Optional<Instant> instant(String text) {
        try {
            return Optional.of(Instant.parse(text));
        } catch (DateTimeParseException unknown) {
            return Optional.empty();
        }
    }
}
