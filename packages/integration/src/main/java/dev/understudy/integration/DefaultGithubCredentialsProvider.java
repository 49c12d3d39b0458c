// SPDX-License-Identifier: Apache-2.0
package dev.understudy.integration;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;

/** The credentials of all configured GitHub hosts. Thread-safe. Backstage counterpart of the same name. */
public final class DefaultGithubCredentialsProvider implements GithubCredentialsProvider {
    private final Map<String, GithubCredentialsProvider> providers;

    private DefaultGithubCredentialsProvider(Map<String, GithubCredentialsProvider> providers) {
        this.providers = Map.copyOf(providers);
    }

    /** For all hosts. */
    public static DefaultGithubCredentialsProvider fromIntegrations(ScmIntegrations integrations) {
        var client = ScmHttpClient.create();
        var providers = new LinkedHashMap<String, GithubCredentialsProvider>();
        for (var integration : integrations.github().list()) {
            providers.put(
                    integration.host(), SingleInstanceGithubCredentialsProvider.create(client, integration.config()));
        }
        return new DefaultGithubCredentialsProvider(providers);
    }

    @Override
    public GithubCredentials credentials(String url) throws IOException, InterruptedException {
        var provider = providers.get(WebUrl.parse(url).host());
        if (provider == null) {
            throw new IllegalArgumentException("There is no GitHub integration that matches " + url
                    + ". Please add a configuration for an integration.");
        }
        return provider.credentials(url);
    }
}
