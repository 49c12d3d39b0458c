// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.backend.module.github;

import dev.understudy.catalog.model.Entity;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** The users and teams of one organization, as a provider is set up to see them. */
record GithubOrganization(
        GithubQueries queries, GithubOrgOptions options, TeamTransformer teamTransformer, SuspendedUsers suspended) {

    String name() {
        return queries.organization();
    }

    List<Entity> users() throws IOException, InterruptedException {
        var withSuspension = options.excludeSuspendedUsers() && !options.checkSuspendedUsersWithRest();
        return queries.users(options.userTransformer(), withSuspension, this::isWanted);
    }

    private boolean isWanted(GithubUser user) throws IOException, InterruptedException {
        return options.asksForSuspension()
                ? !suspended.isSuspended(user.login(), name())
                : !options.excludeSuspendedUsers() || user.suspendedAt().isEmpty();
    }

    /** Whether a user whom only an event tells about is to be left out. */
    boolean excludes(String login) throws IOException, InterruptedException {
        return options.asksForSuspension() && suspended.isSuspended(login, name());
    }

    List<Entity> teams() throws IOException, InterruptedException {
        return queries.teams(teamTransformer);
    }

    Entity team(String slug) throws IOException, InterruptedException {
        return queries.team(slug, teamTransformer);
    }

    List<Entity> teamsOfUser(String login) throws IOException, InterruptedException {
        return queries.teamsOfUser(login, teamTransformer);
    }

    List<Entity> teamsOf(List<Entity> users) throws IOException, InterruptedException {
        var logins = new ArrayList<String>();
        for (var user : users) {
            logins.add(user.annotation(DefaultTransformers.USER_LOGIN)
                    .filter(login -> !login.isEmpty())
                    .orElse(user.name()));
        }
        return queries.teamsOfUsers(logins, teamTransformer);
    }

    /** What a user in an event becomes; nothing if it is left out. */
    List<Entity> transformed(GithubUser user) throws IOException, InterruptedException {
        return options.userTransformer().transform(user, queries.context("")).stream()
                .toList();
    }

    /** What a team in an event becomes; nothing if it is left out. */
    List<Entity> transformed(GithubTeam team) throws IOException, InterruptedException {
        return teamTransformer.transform(team, queries.context("")).stream().toList();
    }
}
