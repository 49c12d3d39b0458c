// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.backend.module.github;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.understudy.backend.plugin.api.service.EventParams;
import dev.understudy.backend.test.utils.MockEvents;
import dev.understudy.backend.test.utils.MockHost;
import dev.understudy.backend.test.utils.MockRootLogger;
import dev.understudy.catalog.node.DeferredEntity;
import dev.understudy.catalog.node.test.utils.RecordedConnection;
import dev.understudy.config.ConfigReader;
import dev.understudy.integration.ScmHttpClient;
import dev.understudy.types.Json;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class GithubOrgEntityProviderTest {
    private static final String NO_MORE = "\"pageInfo\":{\"hasNextPage\":false}";
    private static final String USERS = "{\"data\":{\"organization\":{\"membersWithRole\":{" + NO_MORE + """
            ,"nodes":[{"login":"ann","id":"id1","name":"Ann","bio":"sails","email":"ann@x","avatarUrl":"https://a"},
                      {"login":"bob"}]}}}}""";
    private static final String TEAMS = "{\"data\":{\"organization\":{\"teams\":{" + NO_MORE + """
            ,"nodes":[{"slug":"deck","combinedSlug":"crew/deck","name":"Deck","description":"up",
                       "editTeamUrl":"https://e","parentTeam":{"slug":"all"},
                       "members":{"pageInfo":{"hasNextPage":false},"nodes":[{"login":"ann"}]}},
                      {"slug":"all","combinedSlug":"crew/all","parentTeam":null,
                       "members":{"pageInfo":{"hasNextPage":true},"nodes":[{"login":"ann"}]}}]}}}}""";
    private static final String MEMBERS =
            "{\"data\":{\"organization\":{\"team\":{\"members\":{" + NO_MORE + ",\"nodes\":[{\"login\":\"bob\"}]}}}}}";
    private static final String TEAM = """
            {"data":{"organization":{"team":{"slug":"deck","combinedSlug":"crew/deck","name":"Deck",
             "members":{"pageInfo":{"hasNextPage":false},"nodes":[{"login":"ann"}]}}}}}""";
    private static final String ORGANIZATION = "\"organization\":{\"login\":\"crew\"}";

    private final MockHost github = MockHost.start();
    private final MockRootLogger logger = MockRootLogger.create();
    private final MockEvents events = MockEvents.create();
    private final RecordedConnection connection = new RecordedConnection();
    private final GithubHttp http = new GithubHttp(ScmHttpClient.create(), logger, Clock.systemUTC(), _ -> {});
    private final GithubOrgOptions options = GithubOrgOptions.of("x", logger, events, Optional.empty());

    @AfterEach
    void stop() {
        github.close();
    }

    private void playOrganization() {
        github.on("query users", USERS)
                .on("userLogins", TEAMS)
                .on("query teams($org: String!, $teamSlug", TEAM)
                .on("query teams", TEAMS)
                .on("query members", MEMBERS)
                .on(
                        "query orgs",
                        "{\"data\":{\"user\":{\"organizations\":{" + NO_MORE
                                + ",\"nodes\":[{\"login\":\"crew\"},{\"login\":\"other\"}]}}}}");
    }

    private GithubOrgEntityProvider connect() {
        playOrganization();
        var provider = GithubOrgEntityProvider.fromConfig(
                TestConfig.of(github, "{}"), "https://github.com/crew", options, http);
        provider.connect(connection);
        return provider;
    }

    private GithubMultiOrgEntityProvider connectMany() {
        playOrganization();
        var provider = GithubMultiOrgEntityProvider.fromConfig(
                TestConfig.of(github, "{}"), "https://github.com", List.of("crew"), false, options, http);
        provider.connect(connection);
        return provider;
    }

    private void publish(String topic, String payload) {
        events.publish(new EventParams(topic, Json.parse(payload), Map.of()));
    }

    private String entity(String ref) {
        return connection.entities().stream()
                .map(DeferredEntity::entity)
                .filter(entity -> entity.ref().stringify().equals(ref))
                .map(entity -> Json.stringify(entity.json()))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void readsUsersAndTeamsAndTiesThemTogether() throws Exception {
        connect().read();
        assertThat(connection.steps())
                .containsExactly("full [user:default/ann, user:default/bob, group:default/deck, group:default/all]");
        assertThat(connection.entities().getFirst().locationKey()).contains("github-org-provider:x");
        assertThat(entity("user:default/ann")).isEqualTo("""
                        {"apiVersion":"backstage.io/v1alpha1","kind":"User","metadata":{"name":"ann","annotations":{\
                        "github.com/user-login":"ann","github.com/user-id":"id1",\
                        "backstage.io/managed-by-location":"url:https://github.com/ann",\
                        "backstage.io/managed-by-origin-location":"url:https://github.com/ann"},"description":"sails"},\
                        "spec":{"profile":{"displayName":"Ann","email":"ann@x","picture":"https://a"},\
                        "memberOf":["deck"]}}""");
        assertThat(entity("group:default/all")).isEqualTo("""
                        {"apiVersion":"backstage.io/v1alpha1","kind":"Group","metadata":{"name":"all","annotations":{\
                        "github.com/team-slug":"crew/all",\
                        "backstage.io/managed-by-location":"url:https://github.com/orgs/crew/teams/all",\
                        "backstage.io/managed-by-origin-location":"url:https://github.com/orgs/crew/teams/all"}},\
                        "spec":{"type":"team","profile":{},"children":["deck"],"members":["bob"]}}""");
    }

    @Test
    void followsMembersTeamsAndMemberships() {
        connect();
        var user = "\"membership\":{\"user\":{\"login\":\"cat\",\"node_id\":\"id3\"}}";
        publish("github.organization", "{\"action\":\"member_added\"," + ORGANIZATION + "," + user + "}");
        publish("github.organization", "{\"action\":\"member_removed\"," + ORGANIZATION + "," + user + "}");
        publish("github.organization", "{\"action\":\"member_invited\"," + ORGANIZATION + "}");
        var team = "\"team\":{\"slug\":\"deck\",\"name\":\"Deck\",\"html_url\":\"https://t\"}";
        publish("github.team", "{\"action\":\"created\"," + ORGANIZATION + "," + team + "}");
        publish("github.team", "{\"action\":\"deleted\"," + ORGANIZATION + "," + team + "}");
        var changes = "\"changes\":{\"name\":{\"from\":\"Old Deck\"}}";
        publish("github.team", "{\"action\":\"edited\"," + ORGANIZATION + "," + team + "," + changes + "}");
        publish("github.membership", "{" + ORGANIZATION + "," + team + ",\"member\":{\"login\":\"ann\"}}");
        publish("github.membership", "{" + ORGANIZATION + ",\"team\":{\"deleted\":true}}");
        assertThat(connection.steps())
                .containsExactly(
                        "added [user:default/cat] removed []",
                        "added [] removed [user:default/cat]",
                        "added [group:default/deck] removed []",
                        "added [] removed [group:default/deck]",
                        "added [user:default/ann, group:default/deck] removed [group:default/old-deck]",
                        "added [group:default/deck, user:default/ann] removed []");
    }

    @Test
    void leavesOutSuspendedUsersOfGithubEnterprise() throws Exception {
        github.once("GET /versions", 200, Map.of("x-github-enterprise-version", "3.1"), "[]");
        github.on("GET /users/ann", "{\"suspended_at\":\"2026-01-01\"}");
        github.on("GET /users/bob", "{\"suspended_at\":null}");
        github.on("GET /orgs/crew/memberships/bob", "{\"role\":\"member\"}");
        playOrganization();
        var careful = new GithubOrgOptions(
                "x",
                logger,
                events,
                Optional.empty(),
                options.userTransformer(),
                Optional.empty(),
                GithubPageSizes.DEFAULT,
                true,
                true,
                Optional.empty());
        var provider = GithubOrgEntityProvider.fromConfig(
                TestConfig.of(github, "{}"), "https://github.com/crew", careful, http);
        provider.connect(connection);
        provider.read();
        assertThat(connection.steps())
                .containsExactly("full [user:default/bob, group:default/deck, group:default/all]");
    }

    @Test
    void givesTheTeamsOfEachOrganizationANamespace() throws Exception {
        connectMany().read();
        assertThat(connection.steps())
                .containsExactly("full [group:crew/all, user:default/ann, user:default/bob, group:crew/deck]");
        assertThat(entity("user:default/bob")).contains("\"memberOf\":[\"crew/all\"]");
        assertThat(entity("group:crew/deck"))
                .contains("\"members\":[\"default/ann\"]")
                .contains("url:https://github.com/orgs/crew/teams/deck");
    }

    @Test
    void keepsUsersWhoAreInAnotherOrganization() {
        connectMany();
        var user = "\"membership\":{\"user\":{\"login\":\"ann\"}}";
        publish("github.organization", "{\"action\":\"member_removed\"," + ORGANIZATION + "," + user + "}");
        publish("github.organization", "{\"action\":\"member_removed\",\"organization\":{\"login\":\"foe\"}}");
        publish("github.installation", "{\"action\":\"created\",\"installation\":{\"account\":{\"login\":\"crew\"}}}");
        assertThat(connection.steps())
                .containsExactly(
                        "added [user:default/ann] removed []",
                        "added [user:default/ann, user:default/bob, group:crew/deck, group:crew/all] removed []");
    }

    @Test
    void stopsRatherThanLoseAnOrganizationWithoutCredentials() {
        playOrganization();
        var anonymous = ConfigReader.fromConfigs(List.of());
        var provider = GithubMultiOrgEntityProvider.fromConfig(
                anonymous, "https://github.com", List.of("crew"), false, options, http);
        provider.connect(connection);
        assertThatThrownBy(provider::read)
                .hasMessage("No GitHub credentials available for org 'crew'. Aborting ingestion to prevent silent"
                        + " deletion of existing entities. See"
                        + " https://backstage.io/docs/integrations/github/github-apps/#troubleshooting for more"
                        + " information.");
        assertThat(connection.steps()).isEmpty();
    }
}
