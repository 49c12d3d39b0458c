// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.backend.module.gitlab;

import dev.understudy.integration.UriComponents;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** Asks GitLab for users and groups. Thread-safe. */
record GitlabOrganization(GitlabClient client) {
    private static final Pattern BOT = Pattern.compile("^(?:project|group)_(\\w+)_bot_(\\w+)$");
    private static final Map<String, ?> LARGE_PAGES = Map.of("per_page", 100);
    private static final String DESCENDANTS = """
            query listDescendantGroups($group: ID!, $endCursor: String) { group(fullPath: $group) {
              descendantGroups(first: 100, after: $endCursor) {
                nodes { id name description fullPath visibility parent { id } }
                pageInfo { endCursor hasNextPage } } } }""";
    private static final String MEMBERS = """
            query getGroupMembers($group: ID!, $relations: [GroupMemberRelation!], $endCursor: String) {
              group(fullPath: $group) { groupMembers(first: 100, relations: $relations, after: $endCursor) {
                nodes { user { id username publicEmail name state webUrl avatarUrl } }
                pageInfo { endCursor hasNextPage } } } }""";

    List<GitlabGroup> groups(Map<String, ?> parameters) throws IOException, InterruptedException {
        return client.all("/groups", parameters).stream()
                .map(GitlabGroup::ofRest)
                .toList();
    }

    GitlabGroup group(long id) throws IOException, InterruptedException {
        return GitlabGroup.ofRest(client.get("/groups/" + id));
    }

    GitlabGroup group(String path) throws IOException, InterruptedException {
        return GitlabGroup.ofRest(client.get("/groups/" + UriComponents.encode(path)));
    }

    GitlabUser user(long id) throws IOException, InterruptedException {
        return GitlabUser.ofRest(client.get("/users/" + id));
    }

    boolean isMember(String group, long user) throws IOException, InterruptedException {
        return client.find("/groups/" + UriComponents.encode(group) + "/members/all/" + user)
                .isPresent();
    }

    List<GitlabUser> members(String group) throws IOException, InterruptedException {
        return users("/groups/" + UriComponents.encode(group) + "/members/all", LARGE_PAGES);
    }

    /** All users of a host of one's own. */
    List<GitlabUser> users() throws IOException, InterruptedException {
        var parameters = new LinkedHashMap<String, Object>(LARGE_PAGES);
        parameters.put("active", true);
        parameters.put("without_project_bots", true);
        parameters.put("exclude_internal", true);
        return users("/users", parameters);
    }

    /** The members of a group at gitlab.com: those with a seat, or all who are no bots. */
    List<GitlabUser> saasUsers(String group, boolean includeUsersWithoutSeat) throws IOException, InterruptedException {
        var parameters = new LinkedHashMap<String, Object>(LARGE_PAGES);
        parameters.put("active", true);
        parameters.put("show_seat_info", true);
        return users("/groups/" + UriComponents.encode(group) + "/members/all", parameters).stream()
                .filter(user ->
                        includeUsersWithoutSeat ? !BOT.matcher(user.username()).matches() : user.isUsingSeat())
                .toList();
    }

    private List<GitlabUser> users(String path, Map<String, ?> parameters) throws IOException, InterruptedException {
        return client.all(path, parameters).stream().map(GitlabUser::ofRest).toList();
    }

    /** All groups below a group, however deep. */
    List<GitlabGroup> descendants(String group) throws IOException, InterruptedException {
        return nodes(
                        DESCENDANTS,
                        Map.of("group", group),
                        "/group/descendantGroups",
                        "Couldn't get groups under " + group)
                .stream()
                .filter(node -> node.hasNonNull("id"))
                .map(GitlabGroup::ofNode)
                .toList();
    }

    /** The members of a group by how they are related to it. */
    List<GitlabUser> members(String group, List<String> relations) throws IOException, InterruptedException {
        var variables = Map.of("group", group, "relations", relations);
        return nodes(MEMBERS, variables, "/group/groupMembers", "Couldn't get members for group " + group).stream()
                .map(node -> node.path("user"))
                .filter(user -> user.hasNonNull("id"))
                .map(GitlabOrganization::member)
                .toList();
    }

    private static GitlabUser member(JsonNode user) {
        return new GitlabUser(
                GitlabGroup.id(user),
                user.path("username").asString(""),
                GitlabUser.text(user, "publicEmail"),
                GitlabUser.text(user, "name"),
                user.path("state").asString(""),
                user.path("webUrl").asString(""),
                GitlabUser.text(user, "avatarUrl"),
                Optional.empty(),
                false,
                List.of());
    }

    private List<JsonNode> nodes(String query, Map<String, ?> variables, String pointer, String failure)
            throws IOException, InterruptedException {
        var nodes = new ArrayList<JsonNode>();
        var paged = new LinkedHashMap<String, Object>(variables);
        while (true) {
            var page = client.query(query, paged).at(pointer);
            if (!page.path("nodes").isArray()) {
                client.logger().warn(failure + ". The provided token might not have sufficient permissions");
                return nodes;
            }
            page.path("nodes").forEach(nodes::add);
            var cursor = page.at("/pageInfo/endCursor").asString("");
            if (!page.at("/pageInfo/hasNextPage").asBoolean(false) || cursor.equals(paged.put("endCursor", cursor))) {
                return nodes;
            }
        }
    }
}
