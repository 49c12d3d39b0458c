// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.defaults.roothttprouter;

import dev.understudy.backend.plugin.api.http.HttpBody;
import dev.understudy.backend.plugin.api.http.HttpRequest;
import dev.understudy.backend.plugin.api.http.HttpResponse;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/** Marks bodies with an ETag and answers 304 to those who have them already. Backstage counterpart: {@code res.send}. */
final class EntityTags {
    private static final int DIGEST_CHARACTERS = 27;

    private EntityTags() {}

    static HttpResponse tag(HttpRequest request, HttpResponse response) {
        if (!(response.body() instanceof HttpBody.Bytes(var bytes))) {
            return response;
        }
        var tagged = response.header("ETag").isPresent() ? response : response.withHeader("ETag", tagOf(bytes));
        return Freshness.isFresh(request, tagged) ? notModified(tagged) : tagged;
    }

    private static String tagOf(byte[] bytes) {
        var digest = Base64.getEncoder().encodeToString(sha1().digest(bytes));
        return "W/\"" + Integer.toHexString(bytes.length) + "-" + digest.substring(0, DIGEST_CHARACTERS) + "\"";
    }

    private static MessageDigest sha1() {
        try {
            return MessageDigest.getInstance("SHA-1");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static HttpResponse notModified(HttpResponse response) {
        return response.withStatus(304)
                .withoutHeader("Content-Type")
                .withoutHeader("Content-Length")
                .withBody(new HttpBody.Empty());
    }
}
