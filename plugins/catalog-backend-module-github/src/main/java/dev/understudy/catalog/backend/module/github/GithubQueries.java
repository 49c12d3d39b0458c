// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.backend.module.github;

import dev.understudy.catalog.model.Entity;
import dev.understudy.integration.GithubCredentials;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** What there is to know about one organization. Thread-safe. */
record GithubQueries(
        GithubHttp http,
        GithubGraphqlClient client,
        String organization,
        GithubCredentials.Type credentialsType,
        GithubPageSizes pageSizes) {

    /** Decides which users to take. */
    @FunctionalInterface
    interface UserFilter {
        boolean accepts(GithubUser user) throws IOException, InterruptedException;
    }

    TransformerContext context(String query) {
        return new TransformerContext(client, query, organization);
    }

    private GithubPages pages() {
        return new GithubPages(http, client);
    }

    List<Entity> users(UserTransformer transformer, boolean withSuspension, UserFilter filter)
            throws IOException, InterruptedException {
        var query = GithubQueryTexts.users(withSuspension);
        var variables = variables(
                "email",
                credentialsType == GithubCredentials.Type.TOKEN,
                "organizationMembersPageSize",
                pageSizes.organizationMembers());
        var entities = new ArrayList<Entity>();
        for (var node : pages().all(query, variables, "/organization/membersWithRole")) {
            var user = GithubUser.ofNode(node);
            if (filter.accepts(user)) {
                transformer.transform(user, context(query)).ifPresent(entities::add);
            }
        }
        return entities;
    }

    List<Entity> teams(TeamTransformer transformer) throws IOException, InterruptedException {
        var variables = variables("teamsPageSize", pageSizes.teams(), "membersPageSize", pageSizes.teamMembers());
        return teams(GithubQueryTexts.TEAMS, variables, transformer);
    }

    /** The teams that any of the users is a member of. */
    List<Entity> teamsOfUsers(List<String> logins, TeamTransformer transformer)
            throws IOException, InterruptedException {
        var variables = variables(
                "userLogins", logins, "teamsPageSize", pageSizes.teams(), "membersPageSize", pageSizes.teamMembers());
        return teams(GithubQueryTexts.TEAMS_OF_USERS, variables, transformer);
    }

    private List<Entity> teams(String query, Map<String, ?> variables, TeamTransformer transformer)
            throws IOException, InterruptedException {
        var entities = new ArrayList<Entity>();
        for (var node : pages().all(query, variables, "/organization/teams")) {
            var team = GithubTeam.ofNode(node, members(node));
            transformer.transform(team, context(query)).ifPresent(entities::add);
        }
        return entities;
    }

    /** The teams of one user, as if that were the only member. */
    List<Entity> teamsOfUser(String login, TeamTransformer transformer) throws IOException, InterruptedException {
        var query = GithubQueryTexts.TEAMS_OF_USER;
        var variables = variables("userLogins", List.of(login), "teamsPageSize", pageSizes.teams());
        var entities = new ArrayList<Entity>();
        for (var node : pages().all(query, variables, "/organization/teams")) {
            var team = GithubTeam.ofNode(node, List.of(GithubUser.ofLogin(login)));
            transformer.transform(team, context(query)).ifPresent(entities::add);
        }
        return entities;
    }

    /** One team; throws {@link IllegalStateException} if there is none or it is left out. */
    Entity team(String slug, TeamTransformer transformer) throws IOException, InterruptedException {
        var query = GithubQueryTexts.TEAM;
        var variables = variables("teamSlug", slug, "membersPageSize", pageSizes.teamMembers());
        var node = client.query(query, variables).at("/organization/team");
        if (!node.isObject()) {
            throw new IllegalStateException("Found no match for team " + slug);
        }
        return transformer
                .transform(GithubTeam.ofNode(node, members(node)), context(query))
                .orElseThrow(() -> new IllegalStateException("Can't transform for team " + slug));
    }

    /** A team has its first members with it; if there are more, all are asked for. */
    private List<GithubUser> members(JsonNode team) throws IOException, InterruptedException {
        var members = team.path("members");
        if (!members.at("/pageInfo/hasNextPage").asBoolean(false)) {
            return members.path("nodes").valueStream().map(GithubUser::ofNode).toList();
        }
        var variables =
                variables("teamSlug", team.path("slug").asString(""), "membersPageSize", pageSizes.teamMembers());
        return pages().all(GithubQueryTexts.TEAM_MEMBERS, variables, "/organization/team/members").stream()
                .map(GithubUser::ofNode)
                .toList();
    }

    /** The organizations that a user belongs to. */
    List<String> organizationsOf(String login) throws IOException, InterruptedException {
        return pages().all(GithubQueryTexts.ORGANIZATIONS, Map.of("user", login), "/user/organizations").stream()
                .map(node -> node.path("login").asString(""))
                .toList();
    }

    List<GithubRepository> repositories(String catalogPath, Optional<String> branch)
            throws IOException, InterruptedException {
        var variables =
                variables("catalogPathRef", ref(catalogPath, branch), "repositoriesPageSize", pageSizes.repositories());
        return pages().all(GithubQueryTexts.REPOSITORIES, variables, "/repositoryOwner/repositories").stream()
                .map(node -> GithubRepository.ofNode(node, organization))
                .toList();
    }

    Optional<GithubRepository> repository(String name, String catalogPath, Optional<String> branch)
            throws IOException, InterruptedException {
        var variables = variables("repoName", name, "catalogPathRef", ref(catalogPath, branch));
        var node = client.query(GithubQueryTexts.REPOSITORY, variables).at("/repositoryOwner/repository");
        return node.isObject() ? Optional.of(GithubRepository.ofNode(node, organization)) : Optional.empty();
    }

    private static String ref(String catalogPath, Optional<String> branch) {
        return branch.orElse("HEAD") + ":" + (catalogPath.startsWith("/") ? catalogPath.substring(1) : catalogPath);
    }

    /** The organization, and names and values by turns. */
    private Map<String, Object> variables(Object... more) {
        var variables = new LinkedHashMap<String, Object>();
        variables.put("org", organization);
        for (var index = 0; index < more.length; index += 2) {
            variables.put((String) more[index], more[index + 1]);
        }
        return variables;
    }
}
