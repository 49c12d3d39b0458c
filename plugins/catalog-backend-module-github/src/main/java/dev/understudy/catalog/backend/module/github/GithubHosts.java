// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.backend.module.github;

import dev.understudy.integration.DefaultGithubCredentialsProvider;
import dev.understudy.integration.GithubCredentialsProvider;
import dev.understudy.integration.GithubIntegration;
import dev.understudy.integration.ScmIntegrations;
import dev.understudy.integration.ScmIntegrationsGroup;
import java.util.Optional;

/** All GitHub hosts that there are integrations for. Thread-safe. */
record GithubHosts(
        GithubHttp http, ScmIntegrationsGroup<GithubIntegration> integrations, GithubCredentialsProvider credentials) {
    static GithubHosts create(GithubHttp http, ScmIntegrations integrations) {
        return new GithubHosts(
                http, integrations.github(), DefaultGithubCredentialsProvider.fromIntegrations(integrations));
    }

    Optional<GithubClients> byUrl(String url) {
        return integrations.byUrl(url).map(integration -> new GithubClients(http, integration.config(), credentials));
    }

    /** The host that a location names; throws {@link IllegalArgumentException} if it is not known. */
    GithubClients ofLocation(String target) {
        return byUrl(target)
                .orElseThrow(() -> new IllegalArgumentException("There is no GitHub integration that matches " + target
                        + ". Please add a configuration entry for it under integrations.github"));
    }
}
