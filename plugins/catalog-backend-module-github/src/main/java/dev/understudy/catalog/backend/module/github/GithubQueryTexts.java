// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.backend.module.github;

/** What GitHub is asked, in its query language. */
final class GithubQueryTexts {
    private static final String USER_FIELDS = "avatarUrl bio email id login name";
    private static final String VERIFIED_EMAILS = " organizationVerifiedDomainEmails(login: $org)";
    private static final String TEAM_FIELDS =
            "slug combinedSlug name description avatarUrl editTeamUrl parentTeam { slug }";
    private static final String MEMBERS = " members(first: $membersPageSize, membership: IMMEDIATE) {"
            + " pageInfo { hasNextPage } nodes { " + USER_FIELDS + VERIFIED_EMAILS + " } }";
    private static final String PAGE_INFO = " pageInfo { hasNextPage endCursor }";
    private static final String REPOSITORY_FIELDS = """
            name
            catalogInfoFile: object(expression: $catalogPathRef) { __typename ... on Blob { id text } }
            url isArchived isFork visibility
            repositoryTopics(first: 100) { nodes { ... on RepositoryTopic { topic { name } } } }
            defaultBranchRef { name }
            """;

    static final String TEAMS =
            "query teams($org: String!, $cursor: String, $teamsPageSize: Int!, $membersPageSize: Int!) {"
                    + " organization(login: $org) { teams(first: $teamsPageSize, after: $cursor) {" + PAGE_INFO
                    + " nodes { " + TEAM_FIELDS + MEMBERS + " } } } }";

    static final String TEAMS_OF_USERS =
            "query teams($org: String!, $cursor: String, $userLogins: [String!] = \"\", $teamsPageSize: Int!,"
                    + " $membersPageSize: Int!) { organization(login: $org) {"
                    + " teams(first: $teamsPageSize, after: $cursor, userLogins: $userLogins) {" + PAGE_INFO
                    + " nodes { " + TEAM_FIELDS + MEMBERS + " } } } }";

    static final String TEAMS_OF_USER =
            "query teams($org: String!, $cursor: String, $userLogins: [String!] = \"\", $teamsPageSize: Int!) {"
                    + " organization(login: $org) {"
                    + " teams(first: $teamsPageSize, after: $cursor, userLogins: $userLogins) {" + PAGE_INFO
                    + " nodes { " + TEAM_FIELDS + " } } } }";

    static final String TEAM = "query teams($org: String!, $teamSlug: String!, $membersPageSize: Int!) {"
            + " organization(login: $org) { team(slug: $teamSlug) { " + TEAM_FIELDS
            + " members(first: $membersPageSize, membership: IMMEDIATE) {"
            + " pageInfo { hasNextPage } nodes { login } } } } }";

    static final String TEAM_MEMBERS =
            "query members($org: String!, $teamSlug: String!, $cursor: String, $membersPageSize: Int!) {"
                    + " organization(login: $org) { team(slug: $teamSlug) {"
                    + " members(first: $membersPageSize, after: $cursor, membership: IMMEDIATE) {" + PAGE_INFO
                    + " nodes { login } } } } }";

    static final String ORGANIZATIONS = "query orgs($user: String!, $cursor: String) { user(login: $user) {"
            + " organizations(first: 100, after: $cursor) { nodes { login }" + PAGE_INFO + " } } }";

    static final String REPOSITORIES = "query repositories($org: String!, $catalogPathRef: String!, $cursor: String,"
            + " $repositoriesPageSize: Int!) { repositoryOwner(login: $org) { login"
            + " repositories(first: $repositoriesPageSize, after: $cursor) { nodes { " + REPOSITORY_FIELDS
            + " }" + PAGE_INFO + " } } }";

    static final String REPOSITORY = "query repository($org: String!, $repoName: String!, $catalogPathRef: String!) {"
            + " repositoryOwner(login: $org) { repository(name: $repoName) { " + REPOSITORY_FIELDS + " } } }";

    private GithubQueryTexts() {}

    /** The users of an organization, and whether they are suspended, which not every host knows. */
    static String users(boolean withSuspension) {
        return "query users($org: String!, $email: Boolean!, $cursor: String, $organizationMembersPageSize: Int!) {"
                + " organization(login: $org) {"
                + " membersWithRole(first: $organizationMembersPageSize, after: $cursor) {" + PAGE_INFO
                + " nodes { avatarUrl bio email @include(if: $email) id login name "
                + (withSuspension ? "suspendedAt" : "") + VERIFIED_EMAILS + " } } } }";
    }
}
