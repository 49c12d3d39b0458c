// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.backend.module.github;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.understudy.backend.plugin.api.service.DiscoveryService;
import dev.understudy.backend.test.utils.MockHost;
import dev.understudy.backend.test.utils.MockRootLogger;
import dev.understudy.backend.test.utils.MockServices;
import dev.understudy.catalog.common.LocationSpec;
import dev.understudy.catalog.model.Entity;
import dev.understudy.catalog.node.CatalogProcessorCache;
import dev.understudy.catalog.node.CatalogProcessorResult;
import dev.understudy.integration.ScmHttpClient;
import dev.understudy.integration.ScmIntegrations;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

final class GithubReadersTest {
    private final MockHost github = MockHost.start();
    private final MockRootLogger logger = MockRootLogger.create();
    private final GithubHttp http = new GithubHttp(ScmHttpClient.create(), logger, Clock.systemUTC(), _ -> {});
    private final GithubHosts hosts = GithubHosts.create(http, ScmIntegrations.fromConfig(TestConfig.of(github, "{}")));

    @AfterEach
    void stop() {
        github.close();
    }

    private final class LocalDiscovery implements DiscoveryService {
        @Override
        public String baseUrl(String pluginId) {
            return github.url() + "/api/" + pluginId;
        }

        @Override
        public String externalBaseUrl(String pluginId) {
            return baseUrl(pluginId);
        }
    }

    @Test
    void findsTheEntitiesOfARepository() throws Exception {
        github.on("GET /search/code", "{\"total_count\":1,\"items\":[{\"path\":\"a/catalog-info.yaml\"}]}")
                .on("GET /repos/crew/ship", "{\"default_branch\":\"main\"}")
                .on("POST /api/catalog/locations?dryRun=true", """
                        {"exists":true,"entities":[{"kind":"Component","metadata":{"name":"ship"}}]}""");
        var analyzer = new GithubLocationAnalyzer(
                hosts, new LocationDryRun(http.client(), new LocalDiscovery(), MockServices.auth("catalog")));
        assertThat(analyzer.supports("https://gitlab.com/crew/ship")).isFalse();
        var found = analyzer.analyze("https://github.com/crew/ship/", Optional.empty());
        assertThat(found).singleElement().satisfies(one -> {
            assertThat(one.location().target()).isEqualTo("https://github.com/crew/ship/blob/main/a/catalog-info.yaml");
            assertThat(one.isRegistered()).isTrue();
            assertThat(one.entity().name()).isEqualTo("ship");
        });
        assertThat(github.requests().getFirst())
                .isEqualTo("GET /search/code?q=filename%3Acatalog-info.yaml%20extension%3Ayaml%20repo%3Acrew%2Fship");
    }

    @Test
    void saysWhyItFindsNothing() {
        var analyzer = new GithubLocationAnalyzer(
                hosts, new LocationDryRun(http.client(), new LocalDiscovery(), MockServices.auth("catalog")));
        assertThatThrownBy(() -> analyzer.analyze("https://github.com/crew/ship", Optional.empty()))
                .hasMessage("Couldn't search repository for metadata file, HttpError: Not Found");
    }

    @Test
    void readsDiscoveryTargetsAndTakesNothingButStarsForMore() {
        var target = DiscoveryTarget.parse("https://github.com/crew/sh*p.(a+)+/blob/-/x/y.yaml");
        assertThat(target.organization()).isEqualTo("crew");
        assertThat(target.branch()).isEmpty();
        assertThat(target.catalogPath()).isEqualTo("/x/y.yaml");
        assertThat(target.repositories().matcher("shoop.(a+)+").matches()).isTrue();
        assertThat(target.repositories().matcher("shoopxaaa").matches()).isFalse();
        assertThat(DiscoveryTarget.parse("https://github.com/crew").catalogPath())
                .isEqualTo("/catalog-info.yaml");
        assertThatThrownBy(() -> DiscoveryTarget.parse("https://github.com/crew/x"))
                .hasMessage("Failed to parse https://github.com/crew/x");
    }

    @Test
    void leavesOtherLocationsToOthers() throws Exception {
        var other = new LocationSpec("url", "https://github.com/crew");
        var processor = new GithubDiscoveryProcessor(hosts, logger);
        assertThat(processor.readLocation(other, false, _ -> {}, (_, _, _) -> {}, new NoCache()))
                .isFalse();
        assertThat(new GithubOrgReaderProcessor(hosts, logger)
                        .readLocation(other, false, _ -> {}, (_, _, _) -> {}, new NoCache()))
                .isFalse();
    }

    @Test
    void letsOthersDecideWhatUsersAndTeamsOfManyOrganizationsBecome() throws Exception {
        github.on("query users", """
                        {"data":{"organization":{"membersWithRole":{"pageInfo":{"hasNextPage":false},
                         "nodes":[{"login":"ann"},{"login":"bob"}]}}}}""").on("query teams", """
                        {"data":{"organization":{"teams":{"pageInfo":{"hasNextPage":false},
                         "nodes":[{"slug":"deck","combinedSlug":"crew/deck",
                                   "members":{"pageInfo":{"hasNextPage":false},"nodes":[{"login":"ann"}]}}]}}}}""");
        var processor = new GithubMultiOrgReaderProcessor(hosts, List.of(NamespacedOrganization.of("Crew")), logger)
                .withTransformers(
                        (user, context) -> user.login().equals("bob")
                                ? Optional.empty()
                                : DefaultTransformers.user().transform(user, context),
                        (team, context) -> DefaultTransformers.team()
                                .transform(team, context)
                                .map(group -> {
                                    var json = group.json().deepCopy();
                                    json.withObject("/spec").put("type", "watch");
                                    return new Entity(json);
                                }));
        var emitted = new ArrayList<String>();
        processor.readLocation(
                new LocationSpec("github-multi-org", "https://github.com"),
                false,
                result -> emitted.add(describe(result)),
                (_, _, _) -> {},
                new NoCache());
        assertThat(emitted)
                .containsExactly(
                        "group:crew/deck watch [\"default/ann\"]", "user:default/ann undefined [\"crew/deck\"]");
    }

    private static String describe(CatalogProcessorResult result) {
        var entity = ((CatalogProcessorResult.EntityResult) result).entity();
        var spec = entity.spec();
        return entity.ref().stringify() + " " + spec.path("type").asString("undefined") + " "
                + spec.path(entity.kind().equals("Group") ? "members" : "memberOf");
    }

    private static final class NoCache implements CatalogProcessorCache {
        @Override
        public Optional<JsonNode> get(String key) {
            return Optional.empty();
        }

        @Override
        public void set(String key, JsonNode value) {}
    }
}
