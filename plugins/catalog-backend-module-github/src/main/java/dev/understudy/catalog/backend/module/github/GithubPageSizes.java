// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.backend.module.github;

import dev.understudy.config.Config;

/**
 * How much to ask GitHub for at once. Immutable. Backstage counterpart: {@code GithubPageSizes}.
 *
 * @param teams teams a page
 * @param teamMembers members a team
 * @param organizationMembers members of an organization a page
 * @param repositories repositories a page
 */
public record GithubPageSizes(int teams, int teamMembers, int organizationMembers, int repositories) {
    /** What GitHub usually copes with. */
    public static final GithubPageSizes DEFAULT = new GithubPageSizes(25, 50, 50, 25);

    /** Reads {@code pageSizes} of a provider's section; what it does not name stays as usual. */
    public static GithubPageSizes fromConfig(Config provider) {
        return new GithubPageSizes(
                size(provider, "teams", DEFAULT.teams),
                size(provider, "teamMembers", DEFAULT.teamMembers),
                size(provider, "organizationMembers", DEFAULT.organizationMembers),
                size(provider, "repositories", DEFAULT.repositories));
    }

    private static int size(Config provider, String name, int usual) {
        return provider.optionalInteger("pageSizes." + name).orElse(usual);
    }
}
