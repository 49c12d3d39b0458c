// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.backend.module.github;

import dev.understudy.backend.plugin.api.service.EventParams;
import dev.understudy.backend.plugin.api.service.LoggerService;
import dev.understudy.catalog.model.Entity;
import dev.understudy.catalog.node.EntityProviderConnection;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;

/** Follows what GitHub tells about the users and teams of one organization. */
record GithubOrgEvents(
        Source source,
        Function<String, OrgEntities> entities,
        EntityProviderConnection connection,
        LoggerService logger) {

    /** Reaches the organization with fresh credentials. */
    @FunctionalInterface
    interface Source {
        GithubOrganization get() throws IOException, InterruptedException;
    }

    void onEvent(EventParams params) throws IOException, InterruptedException {
        logger.debug("Received event from " + params.topic());
        var event = params.payload();
        var action = event.path("action").asString("");
        switch (params.topic()) {
            case "github.organization" -> {
                if (action.equals("member_added") || action.equals("member_removed")) {
                    onMember(event, action.equals("member_added"));
                }
            }
            case "github.team" -> {
                switch (action) {
                    case "created", "deleted" -> onTeam(event, action.equals("created"));
                    case "edited" -> onTeamEdited(event);
                    default -> {}
                }
            }
            case "github.membership" -> onMembership(event);
            default -> {}
        }
    }

    private void apply(String owner, List<Entity> added, List<Entity> removed) {
        connection.applyMutation(entities.apply(owner).delta(added, removed));
    }

    private void applyChange(JsonNode event, List<Entity> changed, boolean isThere) {
        var owner = event.at("/organization/login").asString("");
        apply(owner, isThere ? changed : List.of(), isThere ? List.of() : changed);
    }

    private void onMember(JsonNode event, boolean added) throws IOException, InterruptedException {
        var user = GithubUser.ofEvent(event.at("/membership/user"));
        var organization = source.get();
        if (!added || !organization.excludes(user.login())) {
            applyChange(event, organization.transformed(user), added);
        }
    }

    private void onTeam(JsonNode event, boolean created) throws IOException, InterruptedException {
        var owner = event.at("/organization/login").asString("");
        applyChange(event, source.get().transformed(GithubTeam.ofEvent(event.path("team"), owner)), created);
    }

    /** The team may have got another name, so the old one goes; its members get the new one. */
    private void onTeamEdited(JsonNode event) throws IOException, InterruptedException {
        var organization = source.get();
        var team = organization.team(event.at("/team/slug").asString(""));
        if (!team.kind().equals("Group")) {
            return;
        }
        var members = OrgHierarchy.members(team);
        var users = organization.users().stream()
                .filter(user -> members.contains(user.ref().stringify()))
                .toList();
        var rebuilt = OrgHierarchy.withGroups(users, organization.teamsOf(users));
        var added = new ArrayList<>(rebuilt);
        added.add(team);
        var old = organization.transformed(GithubTeam.beforeEdit(event, organization.name()));
        apply(organization.name(), added, old);
    }

    private void onMembership(JsonNode event) throws IOException, InterruptedException {
        var slug = event.at("/team/slug").asString("");
        if (slug.isEmpty()) {
            return;
        }
        var organization = source.get();
        var added = new ArrayList<Entity>(List.of(organization.team(slug)));
        var user = GithubUser.ofEvent(event.path("member"));
        var users = organization.transformed(user).stream()
                .filter(entity -> entity.kind().equals("User"))
                .toList();
        if (!users.isEmpty() && organization.excludes(user.login())) {
            apply(organization.name(), added, users);
        } else {
            if (!users.isEmpty()) {
                added.addAll(OrgHierarchy.withGroups(users, organization.teamsOfUser(user.login())));
            }
            apply(organization.name(), added, List.of());
        }
    }
}
