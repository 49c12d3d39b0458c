// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.backend.module.github;

import dev.understudy.catalog.node.CatalogScmEvent;
import dev.understudy.catalog.node.CatalogScmEvent.Context;
import dev.understudy.catalog.node.WebhookOutcome;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** Something about a repository itself. */
record RepositoryEvent(JsonNode event) {
    WebhookOutcome analyze() {
        var action = event.path("action").asString("undefined");
        return switch (action) {
            case "created" -> WebhookOutcome.Changes.of(new CatalogScmEvent.RepositoryCreated(url(), Context.NONE));
            case "deleted" -> WebhookOutcome.Changes.of(new CatalogScmEvent.RepositoryDeleted(url(), Context.NONE));
            case "archived", "unarchived", "privatized", "publicized" ->
                WebhookOutcome.Changes.of(new CatalogScmEvent.RepositoryUpdated(url(), Context.NONE));
            case "renamed" -> moved(text("/repository/owner/html_url") + "/" + text("/changes/repository/name/from"));
            case "edited" -> edited();
            case "transferred" -> moved(oldOwnerUrl() + "/" + text("/repository/name"));
            default -> new WebhookOutcome.Unsupported("repository." + action);
        };
    }

    private String url() {
        return text("/repository/html_url");
    }

    private String text(String pointer) {
        return event.at(pointer).asString("");
    }

    private WebhookOutcome moved(String from) {
        return WebhookOutcome.Changes.of(new CatalogScmEvent.RepositoryMoved(from, url(), Context.NONE));
    }

    private WebhookOutcome edited() {
        var changes = event.path("changes");
        if (changes.has("default_branch")) {
            var blobs = url() + "/blob/";
            return WebhookOutcome.Changes.of(new CatalogScmEvent.RepositoryMoved(
                    blobs + text("/changes/default_branch/from"),
                    blobs + text("/repository/default_branch"),
                    Context.NONE));
        }
        var names = changes.propertyStream()
                .map(change -> "'" + change.getKey() + "'")
                .collect(Collectors.joining(", "));
        return new WebhookOutcome.Ignored("GitHub repository edited event not handled: [" + names + "]");
    }

    private String oldOwnerUrl() {
        var from = event.at("/changes/owner/from");
        for (var kind : new String[] {"user", "organization"}) {
            var known = from.path(kind).path("html_url").asString("");
            if (!known.isEmpty()) {
                return known;
            }
        }
        var base = url().replaceFirst("/[^/]*/[^/]*$", "");
        var user = from.path("user").path("login").asString("");
        return base + "/"
                + (user.isEmpty() ? from.path("organization").path("login").asString("") : user);
    }
}
