// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.defaults.httprouter;

import dev.understudy.backend.plugin.api.http.HttpHandler;
import dev.understudy.backend.plugin.api.http.HttpMiddleware;
import dev.understudy.backend.plugin.api.http.HttpRequest;
import dev.understudy.backend.plugin.api.http.HttpResponse;
import dev.understudy.backend.plugin.api.service.HttpAuthService;
import dev.understudy.backend.plugin.api.service.HttpAuthService.Allow;
import dev.understudy.backend.plugin.api.service.HttpRouterService.HttpAuthPolicy;
import dev.understudy.config.Config;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Lets in users and services, and others where a policy says so. Thread-safe. Backstage counterpart: {@code
 * createCredentialsBarrier}.
 */
final class CredentialsBarrier implements HttpMiddleware {
    private final HttpAuthService httpAuth;
    private final boolean disabled;
    private final List<AuthPolicyPath> unauthenticated = new CopyOnWriteArrayList<>();
    private final List<AuthPolicyPath> cookie = new CopyOnWriteArrayList<>();

    private CredentialsBarrier(HttpAuthService httpAuth, boolean disabled) {
        this.httpAuth = httpAuth;
        this.disabled = disabled;
    }

    static CredentialsBarrier create(HttpAuthService httpAuth, Config config) {
        return new CredentialsBarrier(
                httpAuth,
                config.optionalBool("backend.auth.dangerouslyDisableDefaultAuthPolicy")
                        .orElse(false));
    }

    void addAuthPolicy(String path, HttpAuthPolicy policy) {
        var parsed = AuthPolicyPath.parse(path);
        switch (policy) {
            case UNAUTHENTICATED -> unauthenticated.add(parsed);
            case USER_COOKIE -> cookie.add(parsed);
        }
    }

    @Override
    public HttpResponse handle(HttpRequest request, HttpHandler next) throws Exception {
        if (!disabled && !matches(unauthenticated, request)) {
            requireCredentials(request);
        }
        return next.handle(request);
    }

    private void requireCredentials(HttpRequest request) {
        if (matches(cookie, request)) {
            httpAuth.limitedCredentials(request, Allow.USER, Allow.SERVICE);
        } else {
            httpAuth.credentials(request, Allow.USER, Allow.SERVICE);
        }
    }

    private static boolean matches(List<AuthPolicyPath> policies, HttpRequest request) {
        for (var policy : policies) {
            if (policy.matches(request.path())) {
                return true;
            }
        }
        return false;
    }
}
