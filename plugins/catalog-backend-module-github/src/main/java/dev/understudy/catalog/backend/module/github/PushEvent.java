// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.backend.module.github;

import dev.understudy.catalog.node.CatalogScmEvent;
import dev.understudy.catalog.node.WebhookOutcome;
import dev.understudy.integration.Secret;
import dev.understudy.integration.UriComponents;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** A push: which files it changed. Commits are looked up only where files may have been renamed. */
record PushEvent(JsonNode event, GithubHosts hosts) {
    private static final int TOO_MANY_COMMITS = 2048;
    private static final int MAX_PAGES = 10;

    WebhookOutcome analyze() throws IOException, InterruptedException {
        var context = GithubUser.text(event, "compare").orElse("<unknown>");
        var count = event.path("commits").size();
        if (count >= TOO_MANY_COMMITS) {
            return new WebhookOutcome.Aborted("GitHub push event has too many commits (" + count
                    + "), assuming that this is not a complete push event: " + context);
        }
        var ref = event.path("ref").asString("");
        var expected = "refs/heads/" + branch();
        if (!ref.equals(expected)) {
            return new WebhookOutcome.Ignored("GitHub push event did not target the default branch, found \"" + ref
                    + "\" but expected \"" + expected + "\": " + context);
        }
        var commits = event.path("commits")
                .valueStream()
                .filter(PushEvent::isRelevant)
                .toList();
        if (commits.isEmpty()) {
            return new WebhookOutcome.Ignored("GitHub push event did not affect any relevant paths: " + context);
        }
        var changes = mayRename(commits) ? lookedUp(commits) : told(commits);
        var branchUrl = event.at("/repository/html_url").asString("") + "/blob/" + branch();
        var events = new ArrayList<CatalogScmEvent>();
        changes.forEach((path, change) -> {
            if (isRelevant(path)) {
                events.add(change.event(branchUrl, path));
            }
        });
        return new WebhookOutcome.Changes(events);
    }

    private String branch() {
        return event.at("/repository/default_branch").asString("");
    }

    private static boolean isRelevant(JsonNode commit) {
        return !paths(commit, "added").isEmpty()
                || !paths(commit, "removed").isEmpty()
                || !paths(commit, "modified").isEmpty();
    }

    private static boolean isRelevant(String path) {
        return path.endsWith(".yaml") || path.endsWith(".yml");
    }

    private static List<String> paths(JsonNode commit, String field) {
        return commit.path(field)
                .valueStream()
                .map(path -> path.asString(""))
                .filter(PushEvent::isRelevant)
                .toList();
    }

    private static boolean mayRename(List<JsonNode> commits) {
        return commits.stream().anyMatch(commit -> !paths(commit, "added").isEmpty())
                && commits.stream().anyMatch(commit -> !paths(commit, "removed").isEmpty());
    }

    private static Map<String, FileChange> told(List<JsonNode> commits) {
        var changed = new LinkedHashMap<String, FileChange>();
        var others = new LinkedHashMap<String, FileChange>();
        for (var commit : commits) {
            var url = commit.path("url").asString("");
            for (var path : paths(commit, "modified")) {
                if (!others.containsKey(path)) {
                    changed.put(path, FileChange.of(FileChange.Type.CHANGED, url));
                }
            }
            for (var path : paths(commit, "added")) {
                changed.remove(path);
                others.put(path, FileChange.of(FileChange.Type.ADDED, url));
            }
            for (var path : paths(commit, "removed")) {
                changed.remove(path);
                others.put(path, FileChange.of(FileChange.Type.REMOVED, url));
            }
        }
        changed.putAll(others);
        return changed;
    }

    private Map<String, FileChange> lookedUp(List<JsonNode> commits) throws IOException, InterruptedException {
        var repositoryUrl = event.at("/repository/html_url").asString("");
        var clients = hosts.byUrl(repositoryUrl)
                .orElseThrow(() -> new IllegalArgumentException("No integration found for url: " + repositoryUrl));
        var token = token(clients, repositoryUrl);
        var files = new CommittedFiles();
        for (var commit : commits) {
            lookUp(commit.path("id").asString(""), clients, token, files);
        }
        return files.changes();
    }

    /** What cannot be read with credentials may be public. */
    private static Optional<Secret> token(GithubClients clients, String url) throws InterruptedException {
        try {
            return clients.credentials().credentials(url).token();
        } catch (IOException | RuntimeException none) {
            return Optional.empty();
        }
    }

    private void lookUp(String id, GithubClients clients, Optional<Secret> token, CommittedFiles files)
            throws IOException, InterruptedException {
        var path = "/repos/"
                + UriComponents.encode(event.at("/repository/owner/login").asString("")) + "/"
                + UriComponents.encode(event.at("/repository/name").asString("")) + "/commits/"
                + UriComponents.encode(id) + "?per_page=300&page=";
        for (var page = 1; page <= MAX_PAGES; page++) {
            var answer = clients.get(path + page, token, Map.of());
            var url = answer.body().path("html_url").asString("");
            answer.body().path("files").forEach(file -> files.add(file, url));
            if (answer.header("link")
                    .filter(link -> link.contains("rel=\"next\""))
                    .isEmpty()) {
                break;
            }
        }
    }
}
