// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.backend.module.gitlab;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.backend.plugin.api.service.EventParams;
import dev.understudy.backend.test.utils.MockEvents;
import dev.understudy.backend.test.utils.MockRootLogger;
import dev.understudy.catalog.node.CatalogScmEvent;
import dev.understudy.catalog.node.CatalogScmEvent.Context;
import dev.understudy.catalog.node.CatalogScmEventsService;
import dev.understudy.catalog.node.ScmEventsBridge;
import dev.understudy.types.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class GitlabWebhooksTest {
    private static final String URL = "https://gitlab.example/crew/ship";
    private static final String PROJECT = "\"project\":{\"web_url\":\"" + URL
            + "\",\"path_with_namespace\":\"crew/ship\",\"default_branch\":\"main\"}";

    private final MockRootLogger logger = MockRootLogger.create();
    private final MockEvents events = MockEvents.create();
    private final List<CatalogScmEvent> seen = new ArrayList<>();
    private final CatalogScmEventsService scmEvents = CatalogScmEventsService.inMemory(logger);
    private final ScmEventsBridge bridge = new ScmEventsBridge(new GitlabWebhooks(), events, scmEvents, logger);

    @BeforeEach
    void start() {
        scmEvents.subscribe(seen::addAll);
        bridge.start();
    }

    private void publish(String hook, String payload) {
        events.publish(new EventParams("gitlab", Json.parse(payload), Map.of("x-gitlab-event", List.of(hook))));
    }

    @Test
    void tellsWhichFilesAPushChanged() {
        publish("Push Hook", "{" + PROJECT + """
                ,"ref":"refs/heads/main","commits":[
                 {"id":"1","added":["a.yaml","gone.yml"],"modified":["b.yaml","x.txt"],"removed":["c.yaml"]},
                 {"url":"https://c2","added":["c.yaml"],"modified":["a.yaml"],"removed":["gone.yml","b.yaml"]}]}""");
        var first = Context.ofCommit(URL + "/-/commit/1");
        var second = Context.ofCommit("https://c2");
        assertThat(seen)
                .containsExactlyInAnyOrder(
                        new CatalogScmEvent.LocationCreated(URL + "/-/blob/main/a.yaml", first),
                        new CatalogScmEvent.LocationDeleted(URL + "/-/blob/main/b.yaml", second),
                        new CatalogScmEvent.LocationUpdated(URL + "/-/blob/main/c.yaml", second));
    }

    @Test
    void tellsWhatBecameOfAProject() {
        publish("System Hook", "{\"event_name\":\"repository_update\"," + PROJECT + ",\"action\":\"destroy\"}");
        publish(
                "System Hook",
                "{\"event_name\":\"repository_update\"," + PROJECT + ",\"old_path_with_namespace\":\"old/boat\"}");
        publish(
                "System Hook",
                "{\"event_name\":\"repository_update\"," + PROJECT
                        + ",\"changes\":{\"web_url\":{\"from\":\"https://gitlab.example/a/b\"}}}");
        assertThat(seen)
                .containsExactly(
                        new CatalogScmEvent.RepositoryDeleted(URL, Context.NONE),
                        new CatalogScmEvent.RepositoryMoved("https://gitlab.example/old/boat", URL, Context.NONE),
                        new CatalogScmEvent.RepositoryMoved("https://gitlab.example/a/b", URL, Context.NONE));
    }

    @Test
    void saysWhyItDropsAnEvent() throws InterruptedException {
        publish("Push Hook", "{" + PROJECT + ",\"ref\":\"refs/heads/x\"}");
        publish("Push Hook", "{\"ref\":\"refs/heads/x\",\"commits\":[{\"added\":[\"a.yaml\"]}]}");
        publish("Note Hook", "{}");
        publish("Push Hook", "7");
        publish("System Hook", "{\"object_kind\":\"repository_update\",\"changes\":[7]}");
        bridge.stop();
        publish("Push Hook", "{}");
        var skipping = "Skipping GitLab webhook event of type \"%s\" on topic \"gitlab\" because ";
        assertThat(seen).isEmpty();
        assertThat(logger.lines())
                .containsExactly(
                        "debug " + skipping.formatted("push")
                                + "it is ignored: GitLab push event did not target the default branch, found"
                                + " \"refs/heads/x\" but expected \"refs/heads/main\": " + URL,
                        "warn " + skipping.formatted("push")
                                + "it is aborted: GitLab push event did not include project.web_url",
                        "debug " + skipping.formatted("note") + "it is unsupported: note",
                        "warn Failed to handle GitLab webhook event of type \"push\"",
                        "debug " + skipping.formatted("repository_update")
                                + "it is ignored: GitLab repository_update event did not contain supported changes",
                        "warn " + skipping.formatted("push") + "the bridge is shutting down");
    }
}
