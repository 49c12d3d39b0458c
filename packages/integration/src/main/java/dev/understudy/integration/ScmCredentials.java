// SPDX-License-Identifier: Apache-2.0
package dev.understudy.integration;

import java.util.Optional;

/** Signs requests with what the configuration of a host says. */
public final class ScmCredentials {
    private ScmCredentials() {}

    /** For Bitbucket Server: a token before a user name. */
    public static ScmRequest sign(ScmRequest request, BitbucketServerIntegrationConfig config) {
        if (config.token().isPresent()) {
            return request.bearer(config.token());
        }
        return config.username().isPresent() && config.password().isPresent()
                ? request.basic(config.username().get(), config.password().get())
                : request;
    }

    /** For Gitea: a password without a user name is a token. */
    public static ScmRequest sign(ScmRequest request, GiteaIntegrationConfig config) {
        if (config.password().isEmpty()) {
            return request;
        }
        var password = config.password().get();
        return config.username().isPresent()
                ? request.basic(config.username().get(), password)
                : request.header("Authorization", "token " + password.reveal());
    }

    /** For Gerrit. */
    public static ScmRequest sign(ScmRequest request, GerritIntegrationConfig config) {
        return config.password()
                .map(password -> request.basic(config.username().orElse("undefined"), password))
                .orElse(request);
    }

    /** For Harness Code: a key before a token. */
    public static ScmRequest sign(ScmRequest request, HarnessIntegrationConfig config) {
        return config.apiKey()
                .map(key -> request.header("x-api-key", key.reveal()))
                .orElseGet(() -> request.bearer(config.token()));
    }

    /** For GitLab: the caller's token before the configured one. */
    public static ScmRequest sign(ScmRequest request, GitLabIntegrationConfig config, Optional<Secret> token) {
        return request.bearer(token.or(config::token));
    }
}
