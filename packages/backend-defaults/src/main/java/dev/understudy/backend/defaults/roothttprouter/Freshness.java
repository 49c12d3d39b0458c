// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.defaults.roothttprouter;

import dev.understudy.backend.plugin.api.http.HttpRequest;
import dev.understudy.backend.plugin.api.http.HttpResponse;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/** Whether the client's copy of a response still serves. Backstage counterpart: {@code req.fresh}. */
final class Freshness {
    private Freshness() {}

    static boolean isFresh(HttpRequest request, HttpResponse response) {
        var noneMatch = request.header("If-None-Match");
        var modifiedSince = request.header("If-Modified-Since");
        if ((noneMatch.isEmpty() && modifiedSince.isEmpty()) || !mayBeCached(request, response)) {
            return false;
        }
        return noneMatch.map(tags -> matches(tags, response)).orElse(true)
                && modifiedSince.map(date -> isUnchanged(date, response)).orElse(true);
    }

    private static boolean mayBeCached(HttpRequest request, HttpResponse response) {
        boolean reads = request.method().equals("GET") || request.method().equals("HEAD");
        boolean succeeded = response.status() >= 200 && response.status() < 300;
        return reads
                && succeeded
                && request.header("Cache-Control")
                        .filter(HeaderTokens::hasNoCache)
                        .isEmpty();
    }

    private static boolean matches(String tags, HttpResponse response) {
        if (tags.equals("*")) {
            return true;
        }
        var tag = response.header("ETag").map(Freshness::strong);
        return tag.isPresent()
                && HeaderTokens.split(tags).stream().map(Freshness::strong).anyMatch(tag.get()::equals);
    }

    private static String strong(String tag) {
        return tag.startsWith("W/") ? tag.substring(2) : tag;
    }

    private static boolean isUnchanged(String since, HttpResponse response) {
        var modified = response.header("Last-Modified").flatMap(Freshness::date);
        var known = date(since);
        return modified.isPresent() && known.isPresent() && !modified.get().isAfter(known.get());
    }

    private static Optional<Instant> date(String text) {
        try {
            return Optional.of(ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant());
        } catch (DateTimeParseException unreadable) {
            return Optional.empty();
        }
    }
}
