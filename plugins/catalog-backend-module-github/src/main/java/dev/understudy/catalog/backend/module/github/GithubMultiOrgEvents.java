// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.backend.module.github;

import dev.understudy.backend.plugin.api.service.EventParams;
import dev.understudy.backend.plugin.api.service.LoggerService;
import dev.understudy.catalog.model.Entity;
import dev.understudy.catalog.node.EntityProviderConnection;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** Follows what GitHub tells about the users and teams of several organizations. */
record GithubMultiOrgEvents(
        Names names, Sources sources, OrgEntities entities, EntityProviderConnection connection, LoggerService logger) {

    /** The organizations that count. */
    @FunctionalInterface
    interface Names {
        List<String> get() throws IOException, InterruptedException;
    }

    /** Reaches an organization with fresh credentials. */
    @FunctionalInterface
    interface Sources {
        GithubOrganization get(String name) throws IOException, InterruptedException;
    }

    void onEvent(EventParams params) throws IOException, InterruptedException {
        logger.debug("Received event from " + params.topic());
        var event = params.payload();
        var action = event.path("action").asString("");
        var known = names.get();
        var installed = event.at("/installation/account/login").asString("");
        var organization = event.at("/organization/login").asString("");
        if (!known.contains(installed) && !known.contains(organization)) {
            return;
        }
        switch (params.topic()) {
            case "github.installation" -> {
                if (action.equals("created")) {
                    onInstallation(sources.get(installed), known);
                }
            }
            case "github.organization" -> {
                if (action.equals("member_added") || action.equals("member_removed")) {
                    onMember(event, sources.get(organization), known, action.equals("member_added"));
                }
            }
            case "github.team" -> onTeam(event, action, sources.get(organization), known);
            case "github.membership" -> onMembership(event, sources.get(organization), known);
            default -> {}
        }
    }

    private void apply(List<Entity> added, List<Entity> removed) {
        connection.applyMutation(entities.delta(added, removed));
    }

    private void onInstallation(GithubOrganization source, List<String> known)
            throws IOException, InterruptedException {
        var added = new ArrayList<>(withTeamsOf(source.users(), known));
        added.addAll(source.teams());
        apply(added, List.of());
    }

    private List<Entity> withTeamsOf(List<Entity> users, List<String> organizations)
            throws IOException, InterruptedException {
        var members = users;
        if (!users.isEmpty()) {
            for (var name : organizations) {
                members = OrgHierarchy.withGroups(members, sources.get(name).teamsOf(users));
            }
        }
        return members;
    }

    private List<Entity> withTeamsOf(List<Entity> users, String login, List<String> organizations)
            throws IOException, InterruptedException {
        var members = users;
        for (var name : organizations) {
            members = OrgHierarchy.withGroups(members, sources.get(name).teamsOfUser(login));
        }
        return members;
    }

    private static List<String> organizationsOf(String login, GithubOrganization source, List<String> known)
            throws IOException, InterruptedException {
        return source.queries().organizationsOf(login).stream()
                .filter(known::contains)
                .toList();
    }

    /** Who leaves one organization stays as long as there is another. */
    private void onMember(JsonNode event, GithubOrganization source, List<String> known, boolean added)
            throws IOException, InterruptedException {
        var user = GithubUser.ofEvent(event.at("/membership/user"));
        if (added && source.excludes(user.login())) {
            return;
        }
        var organizations = organizationsOf(user.login(), source, known);
        var users = source.transformed(user);
        if (users.isEmpty()) {
            return;
        }
        if (added || !organizations.isEmpty()) {
            apply(withTeamsOf(users, user.login(), organizations), List.of());
        } else {
            apply(List.of(), users);
        }
    }

    private void onTeam(JsonNode event, String action, GithubOrganization source, List<String> known)
            throws IOException, InterruptedException {
        switch (action) {
            case "created" ->
                apply(source.transformed(GithubTeam.ofEvent(event.path("team"), source.name())), List.of());
            case "deleted" ->
                apply(List.of(), source.transformed(GithubTeam.ofEvent(event.path("team"), source.name())));
            case "edited" -> onTeamEdited(event, source, known);
            default -> {}
        }
    }

    private void onTeamEdited(JsonNode event, GithubOrganization source, List<String> known)
            throws IOException, InterruptedException {
        var team = source.team(event.at("/team/slug").asString(""));
        var members = OrgHierarchy.members(team);
        var users = source.users().stream()
                .filter(user -> members.contains(user.ref().stringify()))
                .toList();
        var added = new ArrayList<>(withTeamsOf(users, known));
        added.add(team);
        apply(added, source.transformed(GithubTeam.beforeEdit(event, source.name())));
    }

    private void onMembership(JsonNode event, GithubOrganization source, List<String> known)
            throws IOException, InterruptedException {
        var slug = event.at("/team/slug").asString("");
        if (slug.isEmpty()) {
            return;
        }
        var added = new ArrayList<Entity>(List.of(source.team(slug)));
        var user = GithubUser.ofEvent(event.path("member"));
        var users = source.transformed(user).stream()
                .filter(entity -> entity.kind().equals("User"))
                .toList();
        if (!users.isEmpty() && source.excludes(user.login())) {
            apply(added, users);
            return;
        }
        if (!users.isEmpty()) {
            added.addAll(withTeamsOf(users, user.login(), organizationsOf(user.login(), source, known)));
        }
        apply(added, List.of());
    }
}
