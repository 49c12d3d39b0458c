// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.defaults.urlreader;

import dev.understudy.errors.NotFoundException;
import dev.understudy.errors.NotModifiedException;
import dev.understudy.integration.GithubCredentials;
import dev.understudy.integration.ScmHttpClient;
import dev.understudy.integration.ScmRequest;
import dev.understudy.integration.ScmResponse;
import java.io.IOException;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Asks GitHub, and tells what went wrong in the reference's words. */
record GithubFetch(ScmHttpClient client) {
    JsonNode json(String url, GithubCredentials credentials) throws IOException, InterruptedException {
        try (var response = send(ScmRequest.get(url).bearer(credentials.token()))) {
            return response.json();
        }
    }

    byte[] blob(String url, GithubCredentials credentials) throws IOException, InterruptedException {
        var content = json(url, credentials).path("content").asString("");
        return HttpReading.base64(content);
    }

    ScmResponse send(ScmRequest request) throws IOException, InterruptedException {
        var response = answer(request);
        if (response.isOk()) {
            return response;
        }
        response.close();
        var message = "Request failed for " + request.url() + ", " + response.statusLine();
        switch (response.status()) {
            case 304 -> throw new NotModifiedException("");
            case 404 -> throw new NotFoundException(message);
            default -> throw new IOException(isRateLimited(response) ? message + " (rate limit exceeded)" : message);
        }
    }

    private ScmResponse answer(ScmRequest request) throws InterruptedException {
        try {
            return client.send(request);
        } catch (IOException failure) {
            throw FetchErrors.of(request.url(), failure);
        }
    }

    private static boolean isRateLimited(ScmResponse response) {
        return response.status() == 429
                || (response.status() == 403
                        && response.header("x-ratelimit-remaining").equals(Optional.of("0")));
    }
}
