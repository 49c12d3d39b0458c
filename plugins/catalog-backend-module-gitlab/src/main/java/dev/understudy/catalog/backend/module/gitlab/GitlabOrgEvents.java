// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.backend.module.gitlab;

import dev.understudy.backend.plugin.api.service.EventParams;
import dev.understudy.backend.plugin.api.service.LoggerService;
import dev.understudy.catalog.model.Entity;
import dev.understudy.catalog.node.EntityProviderConnection;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Follows what GitLab tells about users and groups. */
record GitlabOrgEvents(
        GitlabMembers members, GitlabOrgEntities entities, EntityProviderConnection connection, LoggerService logger) {
    private static final String GROUP_CREATE = "gitlab.group_create";
    private static final String GROUP_DESTROY = "gitlab.group_destroy";
    private static final String GROUP_RENAME = "gitlab.group_rename";
    private static final String USER_CREATE = "gitlab.user_create";
    private static final String USER_DESTROY = "gitlab.user_destroy";
    private static final String USER_ADD_GROUP = "gitlab.user_add_to_group";
    private static final String USER_REMOVE_GROUP = "gitlab.user_remove_from_group";

    static final List<String> TOPICS = List.of(
            GROUP_CREATE, GROUP_DESTROY, GROUP_RENAME, USER_CREATE, USER_DESTROY, USER_ADD_GROUP, USER_REMOVE_GROUP);

    void onEvent(EventParams params) throws IOException, InterruptedException {
        logger.info("Received event from topic " + params.topic());
        var event = params.payload();
        switch (params.topic()) {
            case GROUP_CREATE -> onGroupCreated(event);
            case GROUP_DESTROY -> onGroupDestroyed(event);
            case GROUP_RENAME -> onGroupRenamed(event);
            case USER_CREATE -> onUserCreated(event);
            case USER_DESTROY -> onUserDestroyed(event);
            case USER_ADD_GROUP, USER_REMOVE_GROUP -> onMembersChanged(event);
            default -> {}
        }
    }

    private boolean isWanted(GitlabGroup group) {
        var wanted = members.isWanted(group);
        if (!wanted) {
            logger.debug("Skipped group " + group.fullPath() + ".");
        }
        return wanted;
    }

    private boolean isWanted(GitlabUser user) {
        var wanted = members.isWanted(user);
        if (!wanted) {
            logger.debug("Skipped user " + user.username() + ".");
        }
        return wanted;
    }

    private Optional<GitlabGroup> current(JsonNode event) throws IOException, InterruptedException {
        var group = members.organization().group(event.path("group_id").asLong(0));
        return isWanted(group) ? Optional.of(group) : Optional.empty();
    }

    /** A group on its own does not know the name of its parent. */
    private List<Entity> withParent(GitlabGroup group) throws IOException, InterruptedException {
        var made = entities.groups(List.of(group));
        if (group.parentId().isEmpty() || made.isEmpty()) {
            return made;
        }
        var parent = members.organization().group(group.parentId().get());
        return List.of(withSpec(made.getFirst(), spec -> spec.put("parent", entities.name(parent))));
    }

    private static Entity withSpec(Entity entity, Consumer<ObjectNode> change) {
        var copy = entity.json().deepCopy();
        change.accept(copy.withObject("/spec"));
        return new Entity(copy);
    }

    private void apply(List<Entity> added, List<Entity> removed) {
        connection.applyMutation(entities.delta(added, removed));
    }

    private void onGroupCreated(JsonNode event) throws IOException, InterruptedException {
        var group = current(event);
        if (group.isPresent()) {
            apply(withParent(group.get()), List.of());
        }
    }

    private void onGroupDestroyed(JsonNode event) {
        var group = GitlabGroup.ofEvent(event, event.path("full_path").asString(""));
        if (isWanted(group)) {
            apply(List.of(), entities.groups(List.of(group)));
        }
    }

    private void onGroupRenamed(JsonNode event) throws IOException, InterruptedException {
        var old = GitlabGroup.ofEvent(event, event.path("old_full_path").asString(""));
        if (!isWanted(old)) {
            return;
        }
        var group = current(event);
        if (group.isPresent()) {
            apply(withParent(group.get()), entities.groups(List.of(old)));
        }
    }

    private void onUserCreated(JsonNode event) throws IOException, InterruptedException {
        var user = members.organization().user(event.path("user_id").asLong(0));
        if (!isWanted(user)) {
            return;
        }
        var config = members.config();
        if (config.restrictUsersToGroup() && !members.organization().isMember(config.group(), user.id())) {
            logger.debug("Skipped user " + user.username() + ".");
            return;
        }
        apply(List.of(entities.user(user)), List.of());
    }

    private void onUserDestroyed(JsonNode event) {
        var user = GitlabUser.ofEvent(event);
        if (isWanted(user)) {
            apply(List.of(), List.of(entities.user(user)));
        }
    }

    private void onMembersChanged(JsonNode event) throws IOException, InterruptedException {
        var group = current(event);
        if (group.isEmpty()) {
            return;
        }
        var users = members.members(group.get());
        var rebuilt = withParent(group.get()).stream()
                .map(entity -> withSpec(entity, spec -> {
                    var names = spec.putArray("members");
                    users.forEach(user -> names.add(user.username()));
                }))
                .toList();
        apply(rebuilt, List.of());
    }
}
