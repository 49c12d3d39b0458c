// SPDX-License-Identifier: Apache-2.0
package dev.understudy.integration;

import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** What an app asks GitHub. */
final class GithubAppApi {
    private static final String ACCEPT = "application/vnd.github.machine-man-preview+json";
    private static final Pattern NEXT = Pattern.compile("<([^<>]+)>;\\s*rel=\"next\"");
    private static final int MAX_PAGES = 1000;

    private final ScmHttpClient client;
    private final String apiBaseUrl;
    private final GithubAppJwt jwt;

    GithubAppApi(ScmHttpClient client, String apiBaseUrl, GithubAppConfig config, Clock clock) {
        this.client = client;
        this.apiBaseUrl = apiBaseUrl;
        this.jwt = new GithubAppJwt(config, clock);
    }

    /** Where the app is installed; the login is empty for an enterprise. */
    record Installation(long id, String login, boolean suspended, String targetType) {}

    /** The names of the repositories are there only if the installation is for some. */
    record InstallationToken(Secret token, Instant expiresAt, Optional<List<String>> repositories) {
        Secret forRepository(String owner, Optional<String> repository) {
            if (repository.isPresent()
                    && repositories.isPresent()
                    && !repositories.get().contains(repository.get())) {
                throw new IllegalStateException("The Backstage GitHub application used in the " + owner
                        + " organization does not have access to a repository with the name " + repository.get());
            }
            return token;
        }

        InstallationToken withoutRepositories() {
            return new InstallationToken(token, expiresAt, Optional.empty());
        }
    }

    /** There is no such installation any more. */
    static final class GoneException extends IOException {
        private static final long serialVersionUID = 1L;

        GoneException(String message) {
            super(message);
        }
    }

    List<Installation> installations() throws IOException, InterruptedException {
        var result = new ArrayList<Installation>();
        pages("/app/installations?per_page=100", jwt.create(), page -> {
            for (var item : page) {
                result.add(new Installation(
                        item.path("id").asLong(),
                        item.path("account").path("login").asString(""),
                        item.hasNonNull("suspended_by"),
                        item.path("target_type").asString("")));
            }
        });
        return List.copyOf(result);
    }

    InstallationToken createToken(long installation) throws IOException, InterruptedException {
        var url = apiBaseUrl + "/app/installations/" + installation + "/access_tokens";
        var request = ScmRequest.post(url, "").header("Accept", ACCEPT).bearer(Optional.of(jwt.create()));
        try (var response = client.send(request)) {
            if (response.status() == 404 || response.status() == 410) {
                throw new GoneException(message(response));
            }
            var data = checked(response).json();
            var token = Secret.of(data.path("token").asString());
            var selected = data.path("repository_selection").asString("").equals("selected");
            return new InstallationToken(
                    token,
                    Instant.parse(data.path("expires_at").asString()),
                    selected ? Optional.of(repositories(token)) : Optional.empty());
        }
    }

    private List<String> repositories(Secret token) throws IOException, InterruptedException {
        var names = new ArrayList<String>();
        pages("/installation/repositories?per_page=100", token, page -> {
            for (var item : page.path("repositories")) {
                names.add(item.path("name").asString());
            }
        });
        return List.copyOf(names);
    }

    private void pages(String path, Secret token, Consumer<JsonNode> page) throws IOException, InterruptedException {
        var url = Optional.of(apiBaseUrl + path);
        for (var count = 0; url.isPresent() && count < MAX_PAGES; count++) {
            var request = ScmRequest.get(url.get()).header("Accept", ACCEPT).bearer(Optional.of(token));
            try (var response = client.send(request)) {
                page.accept(checked(response).json());
                // the token goes nowhere but to the host it is for
                url = response.header("link").flatMap(GithubAppApi::next).filter(next -> next.startsWith(apiBaseUrl));
            }
        }
    }

    private static Optional<String> next(String link) {
        var matcher = NEXT.matcher(link);
        return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
    }

    private static ScmResponse checked(ScmResponse response) throws IOException {
        if (!response.isOk()) {
            throw new IOException(message(response));
        }
        return response;
    }

    /** What GitHub says of the failure, as its own client words it. */
    private static String message(ScmResponse response) throws IOException {
        var text = response.text();
        if (!text.startsWith("{")) {
            return response.statusLine();
        }
        var data = dev.understudy.types.Json.parse(text);
        var documentation = data.path("documentation_url").asString("");
        return data.path("message").asString(response.statusLine())
                + (documentation.isEmpty() ? "" : " - " + documentation);
    }
}
