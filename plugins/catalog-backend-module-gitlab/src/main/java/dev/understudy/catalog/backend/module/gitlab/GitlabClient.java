// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.backend.module.gitlab;

import dev.understudy.backend.plugin.api.service.LoggerService;
import dev.understudy.integration.FormParameters;
import dev.understudy.integration.GitLabFetch;
import dev.understudy.integration.GitLabIntegrationConfig;
import dev.understudy.integration.ScmHttpClient;
import dev.understudy.integration.ScmRequest;
import dev.understudy.integration.ScmResponse;
import dev.understudy.integration.UriComponents;
import dev.understudy.integration.WebUrl;
import dev.understudy.types.Json;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Asks one GitLab host. Thread-safe. Backstage counterpart: {@code GitLabClient}. */
record GitlabClient(GitLabIntegrationConfig config, GitLabFetch fetch, LoggerService logger) {
    private static final int MAX_PAGES = 100_000;

    static GitlabClient create(GitLabIntegrationConfig config, LoggerService logger) {
        return new GitlabClient(config, GitLabFetch.create(ScmHttpClient.create(), config), logger);
    }

    boolean isSelfManaged() {
        return !config.host().equals("gitlab.com");
    }

    /** Follows a list over all its pages. */
    List<JsonNode> all(String path, Map<String, ?> parameters) throws IOException, InterruptedException {
        var items = new ArrayList<JsonNode>();
        var paged = new LinkedHashMap<String, Object>(parameters);
        paged.putIfAbsent("page", 1);
        for (var count = 0; count < MAX_PAGES; count++) {
            var url = url(path, paged);
            logger.debug("Fetching: " + url);
            try (var response = send(url)) {
                checked(response, url).json().forEach(items::add);
                var next = response.header("x-next-page").filter(page -> page.matches("\\d{1,9}"));
                if (next.isEmpty() || next.get().equals("0")) {
                    break;
                }
                paged.put("page", next.get());
            }
        }
        return items;
    }

    JsonNode get(String path) throws IOException, InterruptedException {
        var url = url(path, Map.of());
        try (var response = send(url)) {
            return checked(response, url).json();
        }
    }

    /** Nothing if GitLab knows nothing of the kind. */
    Optional<JsonNode> find(String path) throws IOException, InterruptedException {
        var url = url(path, Map.of());
        try (var response = send(url)) {
            return response.status() == 404
                    ? Optional.empty()
                    : Optional.of(checked(response, url).json());
        }
    }

    /** Whether a file is there; not if GitLab would not say. */
    boolean hasFile(long projectId, String branch, String path) throws IOException, InterruptedException {
        var url = url(
                "/projects/" + projectId + "/repository/files/" + UriComponents.encode(path), Map.of("ref", branch));
        try (var response = send(url)) {
            if (response.status() >= 500) {
                logger.debug(unexpected(response, url));
            }
            return response.isOk();
        }
    }

    /** Runs a query; throws {@link IOException} if GitLab finds fault with it. */
    JsonNode query(String query, Map<String, ?> variables) throws IOException, InterruptedException {
        var body = Json.mapper().writeValueAsString(Map.of("variables", variables, "query", query));
        var request = ScmRequest.post(config.baseUrl() + "/api/graphql", body)
                .header("Content-Type", "application/json")
                .bearer(config.token());
        try (var response = fetch.send(request)) {
            var answer = response.json();
            if (answer.hasNonNull("errors")) {
                throw new IOException("GraphQL errors: " + Json.stringify(answer.path("errors")));
            }
            return answer.path("data");
        }
    }

    private ScmResponse send(String url) throws IOException, InterruptedException {
        return fetch.send(ScmRequest.get(url).bearer(config.token()));
    }

    private String url(String path, Map<String, ?> parameters) {
        var form = FormParameters.empty();
        for (var parameter : parameters.entrySet()) {
            var text = String.valueOf(parameter.getValue());
            if (!text.isEmpty()) {
                form = form.with(parameter.getKey(), text);
            }
        }
        return WebUrl.parse(config.apiBaseUrl() + path).withParameters(form).toString();
    }

    private static ScmResponse checked(ScmResponse response, String url) throws IOException {
        if (!response.isOk()) {
            throw new IOException(unexpected(response, url));
        }
        return response;
    }

    private static String unexpected(ScmResponse response, String url) {
        return "Unexpected response when fetching " + url + ". Expected 200 but got "
                + response.statusLine().replaceFirst(" ", " - ");
    }
}
