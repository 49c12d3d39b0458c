// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.backend.module.github;

import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * A user as GitHub describes one. Backstage counterpart: {@code GithubUser}.
 *
 * @param login the name of the account
 * @param id the identity of the account, if it is known
 * @param organizationVerifiedDomainEmails addresses in the domains that the organization owns
 */
public record GithubUser(
        String login,
        Optional<String> id,
        Optional<String> bio,
        Optional<String> avatarUrl,
        Optional<String> email,
        Optional<String> name,
        List<String> organizationVerifiedDomainEmails,
        Optional<String> suspendedAt) {
    public GithubUser {
        organizationVerifiedDomainEmails = List.copyOf(organizationVerifiedDomainEmails);
    }

    /** Reads a node of a query. */
    static GithubUser ofNode(JsonNode node) {
        return new GithubUser(
                node.path("login").asString(""),
                text(node, "id"),
                text(node, "bio"),
                text(node, "avatarUrl"),
                text(node, "email"),
                text(node, "name"),
                node.path("organizationVerifiedDomainEmails")
                        .valueStream()
                        .map(email -> email.asString(""))
                        .toList(),
                text(node, "suspendedAt"));
    }

    /** Reads the user in an event. */
    static GithubUser ofEvent(JsonNode user) {
        return new GithubUser(
                user.path("login").asString(""),
                text(user, "node_id"),
                Optional.empty(),
                text(user, "avatar_url"),
                text(user, "email"),
                text(user, "name"),
                List.of(),
                Optional.empty());
    }

    /** One of whom only the account's name matters. */
    static GithubUser ofLogin(String login) {
        return new GithubUser(
                login,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                Optional.empty());
    }

    static Optional<String> text(JsonNode node, String field) {
        return Optional.of(node.path(field).asString("")).filter(text -> !text.isEmpty());
    }
}
