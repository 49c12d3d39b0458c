// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.backend.module.github;

import dev.understudy.backend.plugin.api.service.LoggerService;
import dev.understudy.integration.GithubAppOrganizations;
import dev.understudy.integration.GithubCredentials;
import dev.understudy.integration.GithubCredentialsProvider;
import dev.understudy.integration.GithubIntegrationConfig;
import dev.understudy.integration.ScmRequest;
import dev.understudy.integration.Secret;
import dev.understudy.integration.SingleInstanceGithubCredentialsProvider;
import dev.understudy.types.Json;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One GitHub host, and how to get in. Thread-safe. */
record GithubClients(GithubHttp http, GithubIntegrationConfig config, GithubCredentialsProvider credentials) {
    private static final String API_BASE_URL = "https://api.github.com";

    static GithubClients create(GithubHttp http, GithubIntegrationConfig config) {
        return new GithubClients(http, config, SingleInstanceGithubCredentialsProvider.create(http.client(), config));
    }

    GithubClients withLogger(LoggerService logger) {
        return new GithubClients(http.withLogger(logger), config, credentials);
    }

    String host() {
        return config.host();
    }

    String apiBaseUrl() {
        return config.apiBaseUrl().orElse(API_BASE_URL);
    }

    /** Credentials for an organization, at the configured host. */
    GithubCredentials credentialsOf(String organization) throws IOException, InterruptedException {
        return credentials.credentials("https://" + host() + "/" + organization);
    }

    /** The interface with the credentials of an organization. */
    GithubQueries queries(String organization, GithubPageSizes pageSizes) throws IOException, InterruptedException {
        return queries(organization, credentialsOf(organization), pageSizes);
    }

    GithubQueries queries(String organization, GithubCredentials given, GithubPageSizes pageSizes) {
        return new GithubQueries(http, graphql(given.token()), organization, given.type(), pageSizes);
    }

    private GithubGraphqlClient graphql(Optional<Secret> token) {
        var base = apiBaseUrl();
        var url = base.endsWith("/api/v3") ? base.substring(0, base.length() - 3) + "graphql" : base + "/graphql";
        return (query, variables) -> {
            var body = Json.mapper().writeValueAsString(Map.of("query", query, "variables", variables));
            var request = ScmRequest.post(url, body)
                    .header("Content-Type", "application/json; charset=utf-8")
                    .header("Accept", "application/vnd.github.v3+json")
                    .bearer(token);
            return http.send(request, "/graphql").body().path("data");
        };
    }

    /** Asks the REST interface. */
    GithubAnswer get(String path, Optional<Secret> token, Map<String, String> headers)
            throws IOException, InterruptedException {
        var request = ScmRequest.get(apiBaseUrl() + path)
                .header("Accept", "application/vnd.github.v3+json")
                .headers(headers)
                .bearer(token);
        return http.send(request, path);
    }

    /** The organizations that have installed an app, or a certain one. */
    List<String> organizations(Optional<Long> appId) throws IOException, InterruptedException {
        return new GithubAppOrganizations(http.client(), config).list(appId);
    }
}
