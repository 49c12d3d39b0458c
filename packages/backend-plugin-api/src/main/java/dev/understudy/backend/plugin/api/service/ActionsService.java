// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.plugin.api.service;

import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * Finds and runs actions of all plugins that {@code backend.actions.pluginSources} names. Thread-safe. May change: the
 * counterpart is alpha.
 *
 * <p>Backstage counterpart: {@code ActionsService}.
 */
public interface ActionsService {
    /** The actions that one may see, each as its plugin describes it. A plugin that does not answer is left out. */
    List<JsonNode> list(BackstageCredentials credentials);

    /**
     * Runs an action and returns its output.
     *
     * @param id the plugin's id, a colon and the action's name
     * @throws IllegalArgumentException when the id has no colon
     * @throws dev.understudy.errors.ResponseException when the plugin refuses
     */
    Optional<JsonNode> invoke(String id, JsonNode input, Optional<JsonNode> secrets, BackstageCredentials credentials);
}
