// SPDX-License-Identifier: Apache-2.0
package dev.understudy.integration;

import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/**
 * The credentials of one GitHub host: those of the first app that is installed for the owner, else the configured token.
 * Thread-safe. Backstage counterpart of the same name.
 */
public final class SingleInstanceGithubCredentialsProvider implements GithubCredentialsProvider {
    private final GithubApps apps;
    private final Optional<Secret> token;

    private SingleInstanceGithubCredentialsProvider(GithubApps apps, Optional<Secret> token) {
        this.apps = apps;
        this.token = token;
    }

    /** For one host. */
    public static SingleInstanceGithubCredentialsProvider create(ScmHttpClient client, GithubIntegrationConfig config) {
        return create(client, config, Clock.systemUTC());
    }

    static SingleInstanceGithubCredentialsProvider create(
            ScmHttpClient client, GithubIntegrationConfig config, Clock clock) {
        var api = config.apiBaseUrl().orElse("https://api.github.com");
        List<GithubApp> apps = config.apps().stream()
                .map(app -> new GithubApp(app, new GithubAppApi(client, api, app, clock), clock))
                .toList();
        return new SingleInstanceGithubCredentialsProvider(new GithubApps(apps), config.token());
    }

    @Override
    public GithubCredentials credentials(String url) throws IOException, InterruptedException {
        var git = GitUrl.parse(url);
        var owner = git.owner().isEmpty() ? git.name() : git.owner();
        var repository = git.owner().isEmpty() ? Optional.<String>empty() : Optional.of(git.name());
        var appToken = apps.token(owner, repository);
        return appToken.isPresent()
                ? new GithubCredentials(appToken, GithubCredentials.Type.APP)
                : GithubCredentials.ofToken(token);
    }
}
