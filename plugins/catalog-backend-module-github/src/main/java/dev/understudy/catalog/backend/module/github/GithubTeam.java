// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.backend.module.github;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * A team as GitHub describes one. Backstage counterpart: {@code GithubTeam}.
 *
 * @param slug its name in URLs
 * @param combinedSlug organization and slug, with a slash between
 * @param parentSlug the slug of the team it belongs to
 */
public record GithubTeam(
        String slug,
        String combinedSlug,
        Optional<String> name,
        Optional<String> description,
        Optional<String> avatarUrl,
        Optional<String> editTeamUrl,
        Optional<String> parentSlug,
        List<GithubUser> members) {
    public GithubTeam {
        members = List.copyOf(members);
    }

    /** Reads a node of a query. */
    static GithubTeam ofNode(JsonNode node, List<GithubUser> members) {
        return new GithubTeam(
                node.path("slug").asString(""),
                node.path("combinedSlug").asString(""),
                GithubUser.text(node, "name"),
                GithubUser.text(node, "description"),
                GithubUser.text(node, "avatarUrl"),
                GithubUser.text(node, "editTeamUrl"),
                GithubUser.text(node.path("parentTeam"), "slug"),
                members);
    }

    /** Reads the team in an event, whose members are not told. */
    static GithubTeam ofEvent(JsonNode team, String organization) {
        var slug = team.path("slug").asString("");
        return new GithubTeam(
                slug,
                organization + "/" + slug,
                GithubUser.text(team, "name"),
                GithubUser.text(team, "description"),
                Optional.empty(),
                Optional.of(team.path("html_url").asString("") + "/edit"),
                GithubUser.text(team.path("parent"), "slug"),
                List.of());
    }

    /** The team as it was before an event changed it. */
    static GithubTeam beforeEdit(JsonNode event, String organization) {
        var name = GithubUser.text(event.at("/changes/name"), "from");
        var slug = name.orElse("").toLowerCase(Locale.ROOT).replaceAll("\\s", "-");
        return new GithubTeam(
                slug,
                organization + "/" + slug,
                name,
                GithubUser.text(event.at("/changes/description"), "from"),
                Optional.empty(),
                Optional.empty(),
                GithubUser.text(event.at("/team/parent"), "slug"),
                List.of());
    }
}
