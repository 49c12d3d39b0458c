// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.backend.module.gitlab;

import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * A user as GitLab describes one. Backstage counterpart: {@code GitLabUser}.
 *
 * @param state {@code active} for those who may log in
 * @param samlExternalUid the name at the identity provider of the group
 * @param groups the groups the user is a member of, as far as they are known
 */
public record GitlabUser(
        long id,
        String username,
        Optional<String> email,
        Optional<String> name,
        String state,
        String webUrl,
        Optional<String> avatarUrl,
        Optional<String> samlExternalUid,
        boolean isUsingSeat,
        List<GitlabGroup> groups) {
    static final String ACTIVE = "active";

    public GitlabUser {
        groups = List.copyOf(groups);
    }

    /** Reads what the REST interface answers. */
    static GitlabUser ofRest(JsonNode user) {
        return new GitlabUser(
                user.path("id").asLong(0),
                user.path("username").asString(""),
                text(user, "email"),
                text(user, "name"),
                user.path("state").asString(""),
                user.path("web_url").asString(""),
                text(user, "avatar_url"),
                text(user.path("group_saml_identity"), "extern_uid"),
                user.path("is_using_seat").asBoolean(false),
                List.of());
    }

    /** The user whom an event says to be gone. */
    static GitlabUser ofEvent(JsonNode event) {
        return new GitlabUser(
                event.path("user_id").asLong(0),
                event.path("username").asString(""),
                text(event, "email"),
                text(event, "name"),
                ACTIVE,
                "",
                Optional.empty(),
                Optional.empty(),
                false,
                List.of());
    }

    GitlabUser withGroups(List<GitlabGroup> all) {
        return new GitlabUser(id, username, email, name, state, webUrl, avatarUrl, samlExternalUid, isUsingSeat, all);
    }

    static Optional<String> text(JsonNode node, String field) {
        return Optional.of(node.path(field).asString("")).filter(text -> !text.isEmpty());
    }
}
