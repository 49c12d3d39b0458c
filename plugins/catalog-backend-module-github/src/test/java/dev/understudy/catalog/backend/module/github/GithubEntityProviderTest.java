// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.backend.module.github;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.understudy.backend.plugin.api.service.EventParams;
import dev.understudy.backend.test.utils.MockEvents;
import dev.understudy.backend.test.utils.MockHost;
import dev.understudy.backend.test.utils.MockRootLogger;
import dev.understudy.backend.test.utils.MockScheduler;
import dev.understudy.catalog.common.LocationSpec;
import dev.understudy.catalog.node.LocationEntities;
import dev.understudy.catalog.node.test.utils.RecordedConnection;
import dev.understudy.integration.ScmHttpClient;
import dev.understudy.types.Json;
import java.time.Clock;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class GithubEntityProviderTest {
    private final MockHost github = MockHost.start();
    private final MockRootLogger logger = MockRootLogger.create();
    private final MockEvents events = MockEvents.create();
    private final MockScheduler scheduler = MockScheduler.create();
    private final RecordedConnection connection = new RecordedConnection();

    @AfterEach
    void stop() {
        github.close();
    }

    private void connect(String provider) {
        var config = TestConfig.of(github, "{\"providers\":{\"github\":" + provider + "}}");
        var http = new GithubHttp(ScmHttpClient.create(), logger, Clock.systemUTC(), _ -> {});
        for (var one : GithubEntityProvider.fromConfig(config, logger, events, scheduler, http)) {
            one.connect(connection);
        }
    }

    private void refresh() {
        scheduler.triggerTask("github-provider:default:refresh");
    }

    private static String repository(String name, String more) {
        return """
                {"name":"%s","url":"https://github.com/crew/%s","isArchived":false,"isFork":false,"visibility":"PUBLIC",
                 "repositoryTopics":{"nodes":[{"topic":{"name":"java"}}]},"defaultBranchRef":{"name":"main"},
                 "catalogInfoFile":{"__typename":"Blob","text":"kind: Component"}%s}""".formatted(name, name, more);
    }

    private static String page(String next, String... repositories) {
        return "{\"data\":{\"repositoryOwner\":{\"repositories\":{\"nodes\":[" + String.join(",", repositories)
                + "],\"pageInfo\":{\"hasNextPage\":" + !next.isEmpty() + ",\"endCursor\":\"" + next + "\"}}}}}";
    }

    private static String blob(String repository) {
        return "https://github.com/crew/" + repository + "/blob/main/catalog-info.yaml";
    }

    private void publish(String topic, String payload) {
        events.publish(new EventParams(topic, Json.parse(payload), Map.of()));
    }

    private static String repositoryEvent(String more) {
        return """
                {"organization":{"login":"Crew"},"ref":"refs/heads/main",
                 "repository":{"name":"ship","html_url":"https://github.com/crew/ship","default_branch":"main",
                  "topics":["java"],"archived":false,"fork":false,"visibility":"public","owner":{"login":"crew"}}%s}""".formatted(more);
    }

    private static String ref(String url) {
        return LocationEntities.ref(new LocationSpec("url", url));
    }

    @Test
    void readsAllPagesAndKeepsWhatTheFiltersAccept() {
        github.once("\"cursor\":\"p2\"", page("", repository("four", "")));
        github.once(
                "POST /graphql",
                page(
                        "p2",
                        repository("one", ""),
                        repository("two", ",\"isArchived\":true"),
                        repository("three", ",\"defaultBranchRef\":null")));
        connect("{\"organization\":\"crew\"}");
        refresh();
        assertThat(connection.steps()).containsExactly("full [" + blob("one") + ", " + blob("four") + "]");
        assertThat(connection.entities().getFirst().locationKey()).contains("github-provider:default");
        assertThat(connection
                        .entities()
                        .getFirst()
                        .entity()
                        .spec()
                        .path("presence")
                        .asString(""))
                .isEqualTo("optional");
        assertThat(github.requests().getFirst())
                .isEqualTo("POST /graphql {\"org\":\"crew\",\"catalogPathRef\":\"HEAD:catalog-info.yaml\","
                        + "\"repositoriesPageSize\":25}");
        assertThat(logger.lines()).contains("info Read 4 GitHub repositories (2 matching the pattern)");
    }

    @Test
    void filtersByNameTopicForkVisibilityAndFile() {
        github.on(
                "POST /graphql",
                page(
                        "",
                        repository("ship", ""),
                        repository("boat", ""),
                        repository("ship-fork", ",\"isFork\":true"),
                        repository("ship-private", ",\"visibility\":\"PRIVATE\""),
                        repository("ship-empty", ",\"catalogInfoFile\":null"),
                        repository(
                                "ship-secret", ",\"repositoryTopics\":{\"nodes\":[{\"topic\":{\"name\":\"no\"}}]}")));
        connect("""
                {"organization":"crew","validateLocationsExist":true,"catalogPath":"x/y.yaml","filters":{
                 "repository":"ship.*","branch":"trunk","allowForks":false,"visibility":["public"],
                 "topic":{"include":["java"],"exclude":["no"]}}}""");
        refresh();
        assertThat(connection.steps()).containsExactly("full [https://github.com/crew/ship/blob/trunk/x/y.yaml]");
        assertThat(github.requests().getFirst()).contains("\"catalogPathRef\":\"trunk:x/y.yaml\"");
    }

    @Test
    void logsARefreshThatFails() {
        github.on("POST /graphql", "{\"data\":{\"repositoryOwner\":null}}");
        connect("{\"organization\":\"crew\"}");
        refresh();
        assertThat(connection.steps()).isEmpty();
        assertThat(logger.lines())
                .contains("error github-provider:default refresh failed, Error: Found no match for {\"org\":\"crew\","
                        + "\"catalogPathRef\":\"HEAD:catalog-info.yaml\",\"repositoriesPageSize\":25}");
    }

    @Test
    void readsSeveralProvidersAndSaysWhatIsWrongWithOne() {
        connect("{\"a\":{\"organization\":\"x\"},\"b\":{\"organization\":\"y\"}}");
        assertThat(scheduler.scheduledTasks())
                .extracting(task -> task.id())
                .containsExactly("github-provider:a:refresh", "github-provider:b:refresh");
        assertRefused(
                "{\"a\":{}}",
                "Error while processing GitHub provider config. Either organization or app must be specified.");
        assertRefused(
                "{\"organization\":\"x\",\"filters\":{\"branch\":\"a/b\"}}",
                "Error while processing GitHub provider config. Slash characters (/) are not allowed in filters.branch");
        assertRefused(
                "{\"organization\":\"x\",\"host\":\"git.example\"}",
                "There is no GitHub config that matches host git.example. Please add a configuration entry for it under"
                        + " integrations.github");
        assertRefused(
                "{\"organization\":\"x\",\"catalogPath\":\"**/c.yaml\",\"validateLocationsExist\":true}",
                "Error while processing GitHub provider config. The catalog path **/c.yaml contains a wildcard, which is"
                        + " incompatible with validation of locations existing before emitting them. Ensure that"
                        + " validateLocationsExist is set to false.");
    }

    private void assertRefused(String provider, String message) {
        assertThatThrownBy(() -> connect(provider)).hasMessage(message);
    }

    @Test
    void followsPushes() {
        connect("{\"organization\":\"crew\",\"catalogPath\":\"**/catalog-info.yaml\"}");
        publish("github.push", repositoryEvent("""
                ,"commits":[{"added":["catalog-info.yaml","x.txt"],"removed":["a/catalog-info.yaml"],"modified":[]},
                            {"added":[],"removed":[],"modified":["b/catalog-info.yaml"]}]"""));
        var tree = "url:https://github.com/crew/ship/tree/main/";
        var blob = "url:https://github.com/crew/ship/blob/main/";
        assertThat(connection.steps())
                .containsExactly(
                        "refresh [" + tree + "b/catalog-info.yaml, " + blob + "b/catalog-info.yaml, " + tree
                                + "**/catalog-info.yaml]",
                        "added [" + blob("ship") + "] removed ["
                                + ref("https://github.com/crew/ship/blob/main/a/catalog-info.yaml") + "]");
    }

    @Test
    void leavesOtherPushesAlone() {
        connect("{\"organization\":\"crew\"}");
        var commits = ",\"commits\":[{\"added\":[\"catalog-info.yaml\"]}]";
        publish("github.push", repositoryEvent(commits).replace("refs/heads/main", "refs/heads/other"));
        publish("github.push", repositoryEvent(commits).replace("Crew", "others"));
        publish("github.push", repositoryEvent(commits).replace("\"archived\":false", "\"archived\":true"));
        for (var hostile : new String[] {"{}", "[]", "7", "{\"organization\":7}", repositoryEvent(",\"commits\":7")}) {
            publish("github.push", hostile);
            publish("github.repository", hostile);
        }
        assertThat(connection.steps()).isEmpty();
        assertThat(logger.lines()).contains("debug skipping push event from organization others");
    }

    @Test
    void followsWhatBecomesOfRepositories() {
        connect("{\"organization\":\"crew\"}");
        publish("github.repository", repositoryEvent(",\"action\":\"deleted\""));
        publish("github.repository", repositoryEvent(",\"action\":\"archived\""));
        publish(
                "github.repository",
                repositoryEvent(",\"action\":\"renamed\",\"changes\":{\"repository\":{\"name\":{\"from\":\"boat\"}}}"));
        publish("github.repository", repositoryEvent(",\"action\":\"unarchived\""));
        publish("github.repository", repositoryEvent(",\"action\":\"edited\""));
        publish("github.repository", repositoryEvent(",\"action\":\"created\""));
        publish("github.repository", repositoryEvent(",\"action\":\"sunk\""));
        var removed = "added [] removed [" + ref(blob("ship")) + "]";
        var added = "added [" + blob("ship") + "] removed []";
        assertThat(connection.steps())
                .containsExactly(removed, removed, "added [] removed [" + ref(blob("boat")) + "]", added, added);
        assertThat(logger.lines())
                .contains("warn Missing implementation for event of topic repository with action sunk");
    }
}
