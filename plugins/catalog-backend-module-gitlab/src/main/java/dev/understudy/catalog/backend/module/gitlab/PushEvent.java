// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.backend.module.gitlab;

import static dev.understudy.catalog.backend.module.gitlab.PushEvent.Type.ADDED;
import static dev.understudy.catalog.backend.module.gitlab.PushEvent.Type.CHANGED;
import static dev.understudy.catalog.backend.module.gitlab.PushEvent.Type.REMOVED;

import dev.understudy.catalog.node.CatalogScmEvent;
import dev.understudy.catalog.node.CatalogScmEvent.Context;
import dev.understudy.catalog.node.WebhookOutcome;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A push: which files it changed. */
record PushEvent(JsonNode event) {
    private static final String BRANCHES = "refs/heads/";

    enum Type {
        ADDED,
        REMOVED,
        CHANGED
    }

    private record Change(Type type, Optional<String> commitUrl) {}

    WebhookOutcome analyze() {
        var repository = GitlabUser.text(event.path("project"), "web_url");
        var context = repository.orElse("<unknown>");
        var branch = GitlabUser.text(event.path("project"), "default_branch");
        var ref = event.path("ref").asString("");
        if (branch.isPresent() && !ref.equals(BRANCHES + branch.get())) {
            return new WebhookOutcome.Ignored("GitLab push event did not target the default branch, found \"" + ref
                    + "\" but expected \"" + BRANCHES + branch.get() + "\": " + context);
        }
        if (!event.path("commits").isArray() || event.path("commits").isEmpty()) {
            return new WebhookOutcome.Ignored("GitLab push event did not contain any commits: " + context);
        }
        var changes = new LinkedHashMap<String, Change>();
        var relevant = false;
        for (var commit : event.path("commits")) {
            relevant |= add(commit, repository, changes);
        }
        if (!relevant) {
            return new WebhookOutcome.Ignored("GitLab push event did not affect any relevant paths: " + context);
        }
        if (repository.isEmpty()) {
            return new WebhookOutcome.Aborted("GitLab push event did not include project.web_url");
        }
        var pushed = branch.orElse(ref.startsWith(BRANCHES) ? ref.substring(BRANCHES.length()) : "main");
        return new WebhookOutcome.Changes(events(changes, repository.get() + "/-/blob/" + pushed + "/"));
    }

    private static List<CatalogScmEvent> events(Map<String, Change> changes, String prefix) {
        return changes.entrySet().stream()
                .map(change -> event(prefix + change.getKey(), change.getValue()))
                .toList();
    }

    private static CatalogScmEvent event(String url, Change change) {
        var context = new Context(change.commitUrl());
        return switch (change.type()) {
            case ADDED -> new CatalogScmEvent.LocationCreated(url, context);
            case REMOVED -> new CatalogScmEvent.LocationDeleted(url, context);
            case CHANGED -> new CatalogScmEvent.LocationUpdated(url, context);
        };
    }

    /** Adds up the commits; tells whether this one has any file that matters. */
    private static boolean add(JsonNode commit, Optional<String> repository, Map<String, Change> changes) {
        var id = GitlabUser.text(commit, "id");
        var url = GitlabUser.text(commit, "url")
                .or(() -> repository.flatMap(base -> id.map(hash -> base + "/-/commit/" + hash)));
        var modified = paths(commit, "modified");
        var added = paths(commit, "added");
        var removed = paths(commit, "removed");
        modified.forEach(path -> changes.putIfAbsent(path, new Change(CHANGED, url)));
        added.forEach(path -> changes.compute(path, (_, previous) -> added(previous, url)));
        removed.forEach(path -> changes.compute(path, (_, previous) -> removed(previous, url)));
        return !modified.isEmpty() || !added.isEmpty() || !removed.isEmpty();
    }

    private static Change added(@Nullable Change previous, Optional<String> url) {
        if (previous == null) {
            return new Change(ADDED, url);
        }
        return previous.type() == REMOVED ? new Change(CHANGED, url) : previous;
    }

    private static @Nullable Change removed(@Nullable Change previous, Optional<String> url) {
        if (previous == null || previous.type() == CHANGED) {
            return new Change(REMOVED, url);
        }
        return previous.type() == ADDED ? null : previous;
    }

    private static List<String> paths(JsonNode commit, String field) {
        return commit.path(field)
                .valueStream()
                .map(path -> path.asString(""))
                .filter(path -> path.endsWith(".yaml") || path.endsWith(".yml"))
                .toList();
    }
}
