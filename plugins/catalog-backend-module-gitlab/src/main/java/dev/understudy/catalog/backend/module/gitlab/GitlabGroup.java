// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.backend.module.gitlab;

import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * A group as GitLab describes one. Backstage counterpart: {@code GitLabGroup}.
 *
 * @param fullPath its path from the root, with slashes between groups
 * @param parentId the group it belongs to
 */
public record GitlabGroup(
        long id,
        String name,
        String fullPath,
        Optional<String> description,
        Optional<String> visibility,
        Optional<Long> parentId) {

    /** Reads what the REST interface answers. */
    static GitlabGroup ofRest(JsonNode group) {
        return new GitlabGroup(
                group.path("id").asLong(0),
                group.path("name").asString(""),
                group.path("full_path").asString(""),
                GitlabUser.text(group, "description"),
                GitlabUser.text(group, "visibility"),
                Optional.of(group.path("parent_id").asLong(0)).filter(id -> id != 0));
    }

    /** Reads a node of a query. */
    static GitlabGroup ofNode(JsonNode node) {
        return new GitlabGroup(
                id(node),
                node.path("name").asString(""),
                node.path("fullPath").asString(""),
                GitlabUser.text(node, "description"),
                GitlabUser.text(node, "visibility"),
                Optional.of(id(node.path("parent"))).filter(id -> id != 0));
    }

    /** A group of which an event tells only the path. */
    static GitlabGroup ofEvent(JsonNode event, String fullPath) {
        return new GitlabGroup(
                event.path("group_id").asLong(0),
                event.path("name").asString(""),
                fullPath,
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    /** The number at the end of a global id such as {@code gid://gitlab/Group/1}. */
    static long id(JsonNode node) {
        var text = node.path("id").asString("").replaceFirst("^gid://gitlab/\\w+/", "");
        return text.matches("\\d{1,18}") ? Long.parseLong(text) : 0;
    }
}
