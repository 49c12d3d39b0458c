// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.backend.module.gitlab;

import dev.understudy.backend.plugin.api.service.EventParams;
import dev.understudy.catalog.node.ScmWebhooks;
import dev.understudy.catalog.node.WebhookOutcome;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** What GitLab tells of changes. */
record GitlabWebhooks() implements ScmWebhooks {
    @Override
    public String host() {
        return "GitLab";
    }

    @Override
    public String topic() {
        return "gitlab";
    }

    /** GitLab names an event in its payload, or in a header such as {@code Push Hook}. */
    @Override
    public Optional<String> type(EventParams event) {
        var header = event.metadata().getOrDefault("x-gitlab-event", List.of()).stream()
                .findFirst()
                .map(String::trim)
                .filter(text -> !text.isEmpty())
                .map(text -> text.toLowerCase(Locale.ROOT)
                        .replaceFirst("\\s+hook$", "")
                        .replaceAll("\\s+", "_"));
        return GitlabUser.text(event.payload(), "object_kind")
                .or(() -> GitlabUser.text(event.payload(), "event_name"))
                .or(() -> header);
    }

    @Override
    public WebhookOutcome analyze(String type, JsonNode payload) {
        return switch (type) {
            case "push" -> new PushEvent(payload).analyze();
            case "repository_update" -> new RepositoryUpdateEvent(payload).analyze();
            default -> new WebhookOutcome.Unsupported(type);
        };
    }
}
