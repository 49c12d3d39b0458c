// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.defaults.httprouter;

import dev.understudy.backend.defaults.inventory.PluginRoutes;
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
    private final List<PluginRoutes.Policy> policies = new CopyOnWriteArrayList<>();

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
        policies.add(new PluginRoutes.Policy(path, policy));
    }

    /** All policies, in the order in which they were added. */
    List<PluginRoutes.Policy> policies() {
        return List.copyOf(policies);
    }

    /** Who may call a path, each name in which stands for itself. */
    PluginRoutes.Access accessTo(String path) {
        if (disabled || matches(unauthenticated, path)) {
            return PluginRoutes.Access.UNAUTHENTICATED;
        }
        return matches(cookie, path) ? PluginRoutes.Access.USER_COOKIE : PluginRoutes.Access.CREDENTIALS;
    }

    @Override
    public HttpResponse handle(HttpRequest request, HttpHandler next) throws Exception {
        if (!disabled && !matches(unauthenticated, request.path())) {
            requireCredentials(request);
        }
        return next.handle(request);
    }

    private void requireCredentials(HttpRequest request) {
        if (matches(cookie, request.path())) {
            httpAuth.limitedCredentials(request, Allow.USER, Allow.SERVICE);
        } else {
            httpAuth.credentials(request, Allow.USER, Allow.SERVICE);
        }
    }

    private static boolean matches(List<AuthPolicyPath> policies, String path) {
        for (var policy : policies) {
            if (policy.matches(path)) {
                return true;
            }
        }
        return false;
    }
}
