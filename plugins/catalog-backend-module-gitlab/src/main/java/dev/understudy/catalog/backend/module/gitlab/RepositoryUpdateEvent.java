// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.backend.module.gitlab;

import dev.understudy.catalog.node.CatalogScmEvent;
import dev.understudy.catalog.node.CatalogScmEvent.Context;
import dev.understudy.catalog.node.WebhookOutcome;
import dev.understudy.integration.WebUrl;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** What became of a project. */
record RepositoryUpdateEvent(JsonNode event) {
    private static final List<String> BEFORE = List.of("from", "old", "previous", "before");
    private static final List<String> AFTER = List.of("to", "new", "current", "after");

    WebhookOutcome analyze() {
        var current = text(event.path("project"), "web_url").or(() -> change("web_url", AFTER));
        var previous = previousUrl(current);
        if (isDeletion()) {
            return current.or(() -> previous)
                    .<WebhookOutcome>map(url -> new WebhookOutcome.Changes(
                            List.of(new CatalogScmEvent.RepositoryDeleted(url, Context.NONE))))
                    .orElse(new WebhookOutcome.Ignored("GitLab repository_update event did not include sufficient data"
                            + " for repository deletion handling"));
        }
        if (current.isPresent() && previous.isPresent() && !current.equals(previous)) {
            return new WebhookOutcome.Changes(
                    List.of(new CatalogScmEvent.RepositoryMoved(previous.get(), current.get(), Context.NONE)));
        }
        return new WebhookOutcome.Ignored("GitLab repository_update event did not contain supported changes");
    }

    private boolean isDeletion() {
        var name = event.path("event_name").asString("").toLowerCase(Locale.ROOT);
        var action = event.path("action").asString("").toLowerCase(Locale.ROOT);
        return name.contains("destroy")
                || name.contains("delete")
                || Stream.of("destroy", "delete", "remove").anyMatch(action::contains)
                || text(event, "deleted_at").isPresent()
                || text(event.path("project"), "deleted_at").isPresent()
                || change("deleted_at", AFTER).isPresent();
    }

    private Optional<String> previousUrl(Optional<String> current) {
        var told = change("web_url", BEFORE);
        if (told.isPresent()) {
            return told;
        }
        var oldPath = text(event, "old_path_with_namespace")
                .or(() -> change("path_with_namespace", BEFORE))
                .or(() -> change("old_path_with_namespace", BEFORE));
        return oldPath.flatMap(path -> base(current).map(base -> base + "/" + path));
    }

    /** What stands before the project's path in its URL. */
    private Optional<String> base(Optional<String> current) {
        var path = text(event.path("project"), "path_with_namespace");
        if (current.isPresent() && path.isPresent() && current.get().endsWith("/" + path.get())) {
            return Optional.of(current.get()
                    .substring(0, current.get().length() - path.get().length() - 1));
        }
        return current.flatMap(WebUrl::tryParse).map(WebUrl::origin);
    }

    private Optional<String> change(String field, List<String> names) {
        var change = event.path("changes").path(field);
        return names.stream().flatMap(name -> text(change, name).stream()).findFirst();
    }

    private static Optional<String> text(JsonNode node, String field) {
        return GitlabUser.text(node, field);
    }
}
