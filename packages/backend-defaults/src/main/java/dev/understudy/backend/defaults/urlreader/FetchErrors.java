// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.defaults.urlreader;

import dev.understudy.errors.HttpException;
import java.io.IOException;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.channels.UnresolvedAddressException;
import java.util.Map;
import java.util.stream.Stream;

/** Failures to get any answer in the words of node-fetch, for catalogs compare errors to know whether they have changed. */
final class FetchErrors {
    private FetchErrors() {}

    static HttpException of(String url, IOException failure) {
        var message = "request to " + url + " failed, reason: " + reason(URI.create(url), failure);
        var error = new HttpException("FetchError", 500, message, Map.of());
        error.addSuppressed(failure);
        return error;
    }

    private static String reason(URI uri, IOException failure) {
        if (hasCause(failure, UnresolvedAddressException.class) || hasCause(failure, UnknownHostException.class)) {
            return "getaddrinfo ENOTFOUND " + uri.getHost();
        }
        var told = Stream.<Throwable>iterate(failure, cause -> cause != null, Throwable::getCause)
                .map(Throwable::getMessage)
                .filter(message -> message != null && !message.isEmpty())
                .findFirst();
        return told.orElse("connect ECONNREFUSED " + uri.getAuthority());
    }

    private static boolean hasCause(Throwable failure, Class<? extends Throwable> type) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .anyMatch(type::isInstance);
    }
}
