// SPDX-License-Identifier: Apache-2.0
package dev.understudy.integration;

import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Where the apps of a GitHub host are installed. Thread-safe. Backstage counterpart: {@code GithubAppCredentialsMux}. */
public final class GithubAppOrganizations {
    private static final String TYPE = "Organization";

    private final ScmHttpClient client;
    private final GithubIntegrationConfig config;

    public GithubAppOrganizations(ScmHttpClient client, GithubIntegrationConfig config) {
        this.client = client;
        this.config = config;
    }

    /** The names of all organizations that have installed an app, or one certain app. */
    public List<String> list(Optional<Long> appId) throws IOException, InterruptedException {
        var names = new ArrayList<String>();
        for (var app : config.apps()) {
            if (appId.isEmpty() || appId.get() == app.appId()) {
                for (var installation : api(app).installations()) {
                    if (installation.targetType().equals(TYPE)
                            && !installation.login().isEmpty()) {
                        names.add(installation.login());
                    }
                }
            }
        }
        return List.copyOf(names);
    }

    private GithubAppApi api(GithubAppConfig app) {
        return new GithubAppApi(client, config.apiBaseUrl().orElse("https://api.github.com"), app, Clock.systemUTC());
    }
}
