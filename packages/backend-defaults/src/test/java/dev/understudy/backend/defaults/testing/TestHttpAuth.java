// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.defaults.testing;

import dev.understudy.backend.plugin.api.http.HttpRequest;
import dev.understudy.backend.plugin.api.service.BackstageCredentials;
import dev.understudy.backend.plugin.api.service.HttpAuthService;

/** Says that all requests are from one principal. */
public record TestHttpAuth(BackstageCredentials sender) implements HttpAuthService {
    @Override
    public BackstageCredentials credentials(HttpRequest request, Allow... allow) {
        return sender;
    }

    @Override
    public BackstageCredentials limitedCredentials(HttpRequest request, Allow... allow) {
        return sender;
    }

    @Override
    public UserCookie issueUserCookie(HttpRequest request) {
        throw new UnsupportedOperationException();
    }

    @Override
    public String clearUserCookie(HttpRequest request) {
        throw new UnsupportedOperationException();
    }
}
