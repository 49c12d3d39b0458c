// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.backend.module.github;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.backend.plugin.api.service.EventParams;
import dev.understudy.backend.test.utils.MockEvents;
import dev.understudy.backend.test.utils.MockHost;
import dev.understudy.backend.test.utils.MockRootLogger;
import dev.understudy.catalog.node.CatalogScmEvent;
import dev.understudy.catalog.node.CatalogScmEvent.Context;
import dev.understudy.catalog.node.CatalogScmEventsService;
import dev.understudy.catalog.node.ScmEventsBridge;
import dev.understudy.integration.ScmHttpClient;
import dev.understudy.integration.ScmIntegrations;
import dev.understudy.types.Json;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class GithubWebhooksTest {
    private static final String BLOB = "https://github.com/crew/ship/blob/main/";

    private final MockHost github = MockHost.start();
    private final MockRootLogger logger = MockRootLogger.create();
    private final MockEvents events = MockEvents.create();
    private final List<CatalogScmEvent> seen = new ArrayList<>();
    private final CatalogScmEventsService scmEvents = CatalogScmEventsService.inMemory(logger);
    private final ScmEventsBridge bridge = new ScmEventsBridge(
            new GithubWebhooks(GithubHosts.create(
                    new GithubHttp(ScmHttpClient.create(), logger, Clock.systemUTC(), _ -> {}),
                    ScmIntegrations.fromConfig(TestConfig.of(github, "{}")))),
            events,
            scmEvents,
            logger);

    @BeforeEach
    void start() {
        scmEvents.subscribe(seen::addAll);
        bridge.start();
    }

    @AfterEach
    void stop() {
        github.close();
    }

    private void publish(String type, String payload) {
        events.publish(new EventParams("github", Json.parse(payload), Map.of("x-github-event", List.of(type))));
    }

    private static String event(String more) {
        return """
                {"ref":"refs/heads/main","compare":"https://compare",
                 "repository":{"name":"ship","html_url":"https://github.com/crew/ship","default_branch":"main",
                  "owner":{"login":"crew","html_url":"https://github.com/crew"}}%s}""".formatted(more);
    }

    @Test
    void tellsWhichFilesAPushChanged() {
        publish("push", event("""
                ,"commits":[{"url":"https://c1","modified":["a.yaml","b.yml","c.txt"]},
                            {"url":"https://c2","added":["a.yaml","d.yaml"]}]"""));
        assertThat(seen)
                .containsExactly(
                        new CatalogScmEvent.LocationUpdated(BLOB + "b.yml", Context.ofCommit("https://c1")),
                        new CatalogScmEvent.LocationCreated(BLOB + "a.yaml", Context.ofCommit("https://c2")),
                        new CatalogScmEvent.LocationCreated(BLOB + "d.yaml", Context.ofCommit("https://c2")));
        assertThat(github.requests()).isEmpty();
    }

    @Test
    void looksUpCommitsThatMayHaveRenamedFiles() {
        github.once(
                "GET /repos/crew/ship/commits/1?per_page=300&page=1", 200, Map.of("link", "<x>; rel=\"next\""), """
                {"html_url":"https://c1","files":[
                 {"filename":"new.yaml","previous_filename":"old.yaml","status":"renamed"},
                 {"filename":"gone.yaml","status":"removed"}]}""");
        github.on("GET /repos/crew/ship/commits/1?per_page=300&page=2", """
                {"html_url":"https://c1","files":[{"filename":"short.yaml","status":"added"}]}""");
        github.on("GET /repos/crew/ship/commits/2", """
                {"html_url":"https://c2","files":[
                 {"filename":"newer.yaml","previous_filename":"new.yaml","status":"renamed"},
                 {"filename":"short.yaml","status":"removed"},
                 {"filename":"gone.yaml","status":"added"},
                 {"filename":"x.txt","status":"added"}]}""");
        publish("push", event("""
                ,"commits":[{"id":"1","added":["new.yaml","short.yaml"],"removed":["old.yaml","gone.yaml"]},
                            {"id":"2","added":["newer.yaml"],"removed":["new.yaml"]}]"""));
        assertThat(seen)
                .containsExactlyInAnyOrder(
                        new CatalogScmEvent.LocationUpdated(BLOB + "gone.yaml", Context.ofCommit("https://c2")),
                        new CatalogScmEvent.LocationMoved(
                                BLOB + "old.yaml", BLOB + "newer.yaml", Context.ofCommit("https://c2")));
    }

    @Test
    void tellsWhatBecameOfARepository() {
        publish("repository", event(",\"action\":\"created\""));
        publish("repository", event(",\"action\":\"deleted\""));
        publish("repository", event(",\"action\":\"privatized\""));
        publish(
                "repository",
                event(",\"action\":\"renamed\",\"changes\":{\"repository\":{\"name\":{\"from\":\"boat\"}}}"));
        publish("repository", event(",\"action\":\"edited\",\"changes\":{\"default_branch\":{\"from\":\"master\"}}"));
        publish(
                "repository",
                event(",\"action\":\"transferred\",\"changes\":{\"owner\":{\"from\":{\"user\":{\"login\":\"me\"}}}}"));
        var url = "https://github.com/crew/ship";
        assertThat(seen)
                .containsExactly(
                        new CatalogScmEvent.RepositoryCreated(url, Context.NONE),
                        new CatalogScmEvent.RepositoryDeleted(url, Context.NONE),
                        new CatalogScmEvent.RepositoryUpdated(url, Context.NONE),
                        new CatalogScmEvent.RepositoryMoved("https://github.com/crew/boat", url, Context.NONE),
                        new CatalogScmEvent.RepositoryMoved(url + "/blob/master", url + "/blob/main", Context.NONE),
                        new CatalogScmEvent.RepositoryMoved("https://github.com/me/ship", url, Context.NONE));
    }

    @Test
    void saysWhyItDropsAnEvent() {
        publish("push", event("").replace("refs/heads/main", "refs/tags/1"));
        publish("star", "{}");
        publish("push", "[]");
        publish("push", event(",\"commits\":[" + "{},".repeat(2047) + "{}]"));
        var skipping = "Skipping GitHub webhook event of type \"%s\" on topic \"github\" because it is ";
        assertThat(seen).isEmpty();
        assertThat(logger.lines())
                .containsExactly(
                        "debug " + skipping.formatted("push")
                                + "ignored: GitHub push event did not target the default branch, found \"refs/tags/1\""
                                + " but expected \"refs/heads/main\": https://compare",
                        "debug " + skipping.formatted("star") + "unsupported: star",
                        "warn Failed to handle GitHub webhook event of type \"push\"",
                        "warn " + skipping.formatted("push")
                                + "aborted: GitHub push event has too many commits (2048), assuming that this is not a"
                                + " complete push event: https://compare");
    }

    @Test
    void dropsEventsOnceItStops() throws Exception {
        bridge.stop();
        publish("repository", event(",\"action\":\"created\""));
        assertThat(seen).isEmpty();
        assertThat(logger.lines())
                .containsExactly("warn Skipping GitHub webhook event of type \"repository\" on topic \"github\" because"
                        + " the bridge is shutting down");
    }
}
