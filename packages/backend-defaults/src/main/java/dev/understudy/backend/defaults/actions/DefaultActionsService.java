// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.defaults.actions;

import dev.understudy.backend.defaults.internal.ActionFilter;
import dev.understudy.backend.defaults.internal.PluginClient;
import dev.understudy.backend.plugin.api.service.ActionAttributes;
import dev.understudy.backend.plugin.api.service.ActionsService;
import dev.understudy.backend.plugin.api.service.AuthService;
import dev.understudy.backend.plugin.api.service.BackstageCredentials;
import dev.understudy.backend.plugin.api.service.DiscoveryService;
import dev.understudy.backend.plugin.api.service.LoggerService;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** Asks other plugins for their actions, all at once. */
final class DefaultActionsService implements ActionsService {
    private static final String ROOT = "/.backstage/actions/";

    private final List<String> pluginSources;
    private final ActionFilter filter;
    private final DiscoveryService discovery;
    private final AuthService auth;
    private final LoggerService logger;

    DefaultActionsService(
            List<String> pluginSources,
            ActionFilter filter,
            DiscoveryService discovery,
            AuthService auth,
            LoggerService logger) {
        this.pluginSources = pluginSources;
        this.filter = filter;
        this.discovery = discovery;
        this.auth = auth;
        this.logger = logger;
    }

    @Override
    public List<JsonNode> list(BackstageCredentials credentials) {
        var questions = pluginSources.stream()
                .<Callable<List<JsonNode>>>map(source -> () -> actionsOf(source, credentials))
                .toList();
        var actions = new ArrayList<JsonNode>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var answer : threads.invokeAll(questions)) {
                actions.addAll(answer.get());
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException impossible) {
            throw new IllegalStateException(impossible);
        }
        return actions.stream().filter(this::isAllowed).toList();
    }

    private List<JsonNode> actionsOf(String source, BackstageCredentials credentials) {
        try {
            var url = discovery.baseUrl(source) + ROOT + "v1/actions";
            var answer = PluginClient.send(PluginClient.request(url, token(source, credentials)));
            if (!answer.isOk()) {
                throw answer.toException();
            }
            return answer.json().path("actions").valueStream().toList();
        } catch (RuntimeException failure) {
            logger.warn("Failed to fetch actions from " + source, failure);
            return List.of();
        }
    }

    private boolean isAllowed(JsonNode action) {
        var attributes = action.path("attributes");
        return filter.allows(
                action.path("id").asString(""),
                new ActionAttributes(
                        attributes.path("destructive").asBoolean(false),
                        attributes.path("idempotent").asBoolean(false),
                        attributes.path("readOnly").asBoolean(false)));
    }

    @Override
    public Optional<JsonNode> invoke(
            String id, JsonNode input, Optional<JsonNode> secrets, BackstageCredentials credentials) {
        var colon = id.indexOf(':');
        if (colon < 0) {
            throw new IllegalArgumentException("Invalid action id: " + id);
        }
        var pluginId = id.substring(0, colon);
        var url = discovery.baseUrl(pluginId) + ROOT + (secrets.isPresent() ? "v2" : "v1") + "/actions/"
                + URLEncoder.encode(id, StandardCharsets.UTF_8).replace("+", "%20") + "/invoke";
        var body = secrets.isPresent() ? withSecrets(input, secrets.get()) : input;
        var answer = PluginClient.send(PluginClient.request("POST", url, token(pluginId, credentials), body));
        if (!answer.isOk()) {
            throw answer.toException();
        }
        return Optional.ofNullable(answer.json().get("output"));
    }

    private static JsonNode withSecrets(JsonNode input, JsonNode secrets) {
        var body = JsonNodeFactory.instance.objectNode();
        body.set("input", input);
        body.set("secrets", secrets);
        return body;
    }

    private Optional<String> token(String pluginId, BackstageCredentials credentials) {
        return Optional.of(auth.pluginRequestToken(credentials, pluginId));
    }
}
