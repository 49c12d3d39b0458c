// SPDX-License-Identifier: Apache-2.0
package dev.understudy.integration;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A request to a host. Immutable; the methods make changed copies.
 *
 * @param headers by name
 * @param body what is posted; a request without one is a GET
 * @param maxRedirects how many redirects are followed
 */
public record ScmRequest(String url, Map<String, String> headers, Optional<String> body, int maxRedirects) {
    private static final int MAX_REDIRECTS = 20;

    public ScmRequest {
        headers = Map.copyOf(headers);
    }

    /** A request that reads. */
    public static ScmRequest get(String url) {
        return new ScmRequest(url, Map.of(), Optional.empty(), MAX_REDIRECTS);
    }

    /** A request that posts. */
    public static ScmRequest post(String url, String body) {
        return new ScmRequest(url, Map.of(), Optional.of(body), 0);
    }

    /** With a header; what there was of that name is gone. */
    public ScmRequest header(String name, String value) {
        var changed = new LinkedHashMap<>(headers);
        changed.put(name, value);
        return new ScmRequest(url, changed, body, maxRedirects);
    }

    /** With headers. */
    public ScmRequest headers(Map<String, String> others) {
        var changed = new LinkedHashMap<>(headers);
        changed.putAll(others);
        return new ScmRequest(url, changed, body, maxRedirects);
    }

    /** With a bearer token, if there is one. */
    public ScmRequest bearer(Optional<Secret> token) {
        return token.map(secret -> header("Authorization", "Bearer " + secret.reveal()))
                .orElse(this);
    }

    /** With a user name and a password. */
    public ScmRequest basic(String username, Secret password) {
        var text = username + ":" + password.reveal();
        return header("Authorization", "Basic " + Base64.getEncoder().encodeToString(text.getBytes(UTF_8)));
    }

    /** Answered with a redirect if there is one. */
    public ScmRequest withoutRedirects() {
        return new ScmRequest(url, headers, body, 0);
    }
}
