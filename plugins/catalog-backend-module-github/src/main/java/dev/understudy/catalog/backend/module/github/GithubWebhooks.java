// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.backend.module.github;

import dev.understudy.backend.plugin.api.service.EventParams;
import dev.understudy.catalog.node.ScmWebhooks;
import dev.understudy.catalog.node.WebhookOutcome;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** What GitHub tells of changes. */
record GithubWebhooks(GithubHosts hosts) implements ScmWebhooks {
    @Override
    public String host() {
        return "GitHub";
    }

    @Override
    public String topic() {
        return "github";
    }

    @Override
    public Optional<String> type(EventParams event) {
        return event.metadata().getOrDefault("x-github-event", List.of()).stream()
                .findFirst();
    }

    @Override
    public WebhookOutcome analyze(String type, JsonNode payload) throws IOException, InterruptedException {
        return switch (type) {
            case "push" -> new PushEvent(payload, hosts).analyze();
            case "repository" -> new RepositoryEvent(payload).analyze();
            default -> new WebhookOutcome.Unsupported(type);
        };
    }
}
