// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.backend.module.gitlab;

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
import dev.understudy.config.AppConfig;
import dev.understudy.config.ConfigReader;
import dev.understudy.types.Json;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class GitlabDiscoveryEntityProviderTest {
    private static final String HOST = "gitlab.example";
    private static final String FILE = "/repository/files/catalog-info.yaml";

    private final MockHost gitlab = MockHost.start();
    private final MockRootLogger logger = MockRootLogger.create();
    private final MockEvents events = MockEvents.create();
    private final MockScheduler scheduler = MockScheduler.create();
    private final RecordedConnection connection = new RecordedConnection();

    @AfterEach
    void stop() {
        gitlab.close();
    }

    private void connect(String section) {
        var config = TestConfig.of(gitlab, HOST, section);
        GitlabDiscoveryEntityProvider.fromConfig(config, logger, events, scheduler)
                .forEach(provider -> provider.connect(connection));
    }

    private void refresh() {
        scheduler.triggerTask("GitlabDiscoveryEntityProvider:x:refresh");
    }

    private static String project(int id, String path, String more) {
        return """
                {"id":%d,"path_with_namespace":"%s","web_url":"https://gitlab.example/%s","default_branch":"main"%s}""".formatted(id, path, path, more);
    }

    private static String blob(String path) {
        return "https://gitlab.example/" + path + "/-/blob/main/catalog-info.yaml";
    }

    @Test
    void readsAllPagesAndKeepsProjectsWithACatalogFile() {
        gitlab.once(
                "page=1",
                200,
                Map.of("x-next-page", "2"),
                "[" + project(1, "crew/ship", "") + "," + project(2, "crew/boat", "") + "]");
        gitlab.once("page=2", "[" + project(3, "crew/deep/raft", "") + "," + project(4, "crew/no", "") + "]");
        gitlab.on("/projects/1" + FILE, "{}").on("/projects/3" + FILE, "{}").on("/projects/4" + FILE, "{}");
        connect("\"group\":\"crew\",\"excludeRepos\":[\"crew/no\"]");
        refresh();
        assertThat(connection.steps())
                .containsExactly("full [" + blob("crew/ship") + ", " + blob("crew/deep/raft") + "]");
        assertThat(connection.entities().getFirst().locationKey()).contains("GitlabDiscoveryEntityProvider:x");
        assertThat(gitlab.requests().getFirst())
                .startsWith("GET /api/v4/groups/crew/projects?")
                .contains("include_subgroups=true", "archived=false", "simple=true", "per_page=50");
        assertThat(gitlab.requests()).contains("GET /api/v4/projects/2" + FILE + "?ref=main");
        assertThat(logger.lines()).contains("info Processed 2 from scanned 4 projects.", "info Processed 2 locations");
    }

    @Test
    void filtersByPatternForkAndBranch() {
        gitlab.on(
                "/projects?",
                "[" + project(1, "crew/ship", "") + "," + project(2, "crew/ship2", ",\"forked_from_project\":{}") + ","
                        + project(3, "crew/boat", "") + "]");
        gitlab.on(FILE, "{}");
        connect("\"projectPattern\":\"ship\",\"skipForkedRepos\":true,\"branch\":\"trunk\",\"topics\":[\"a\",\"b\"]");
        refresh();
        assertThat(connection.steps())
                .containsExactly("full [https://gitlab.example/crew/ship/-/blob/trunk/catalog-info.yaml]");
        assertThat(gitlab.requests().getFirst()).contains("topic=a%2Cb").doesNotContain("simple");
    }

    @Test
    void readsTheGroupsThatMatch() {
        gitlab.on("/groups?", "[{\"full_path\":\"crew\"},{\"full_path\":\"foes\"}]");
        gitlab.on("/groups/crew/projects?", "[" + project(1, "crew/ship", "") + "]")
                .on(FILE, "{}");
        connect("\"groupPattern\":[\"^crew\",\"^x\"]");
        refresh();
        assertThat(connection.steps()).containsExactly("full [" + blob("crew/ship") + "]");
    }

    @Test
    void searchesForFiles() {
        gitlab.on("/groups/crew/search?", "[{\"project_id\":1,\"ref\":\"main\",\"path\":\"a/catalog-info.yaml\"}]");
        gitlab.on("/projects/1", project(1, "crew/ship", ""));
        connect("\"group\":\"crew\",\"useSearch\":true");
        refresh();
        assertThat(connection.steps())
                .containsExactly("full [https://gitlab.example/crew/ship/-/blob/main/a/catalog-info.yaml]");
        assertThat(gitlab.requests().getFirst()).contains("scope=blobs", "search=filename%3Acatalog-info.yaml");
    }

    @Test
    void logsARefreshThatFails() {
        connect("");
        refresh();
        assertThat(connection.steps()).isEmpty();
        assertThat(logger.lines().getLast())
                .startsWith("error GitlabDiscoveryEntityProvider:x refresh failed, Error: Unexpected response when"
                        + " fetching " + gitlab.url() + "/api/v4/projects?")
                .endsWith("Expected 200 but got 404 - Not Found");
    }

    @Test
    void followsPushes() {
        gitlab.on("/projects/1" + FILE, "{}").on("/projects/1", project(1, "crew/ship", ""));
        connect("");
        var push = """
                {"project_id":1,"ref":"refs/heads/main","project":%s,"commits":[
                 {"added":["catalog-info.yaml","x"],"removed":["a/catalog-info.yaml"],"modified":["b/catalog-info.yaml"]}]}""".formatted(project(1, "crew/ship", ""));
        events.publish(EventParams.of("gitlab.push", Json.parse(push)));
        events.publish(EventParams.of("gitlab.push", Json.parse(push.replace("heads/main", "heads/other"))));
        var base = "https://gitlab.example/crew/ship/-/";
        var removed = LocationEntities.ref(new LocationSpec("url", base + "blob/main/a/catalog-info.yaml"));
        assertThat(connection.steps())
                .containsExactly(
                        "added [" + blob("crew/ship") + "] removed [" + removed + "]",
                        "refresh [url:" + base + "tree/main/b/catalog-info.yaml, url:" + base
                                + "blob/main/b/catalog-info.yaml]");
    }

    @Test
    void saysWhatIsMissing() {
        var unknown = ConfigReader.fromConfigs(List.of(new AppConfig(
                "test", Json.parse("{\"catalog\":{\"providers\":{\"gitlab\":{\"x\":{\"host\":\"nowhere\"}}}}}"))));
        assertThatThrownBy(() -> GitlabDiscoveryEntityProvider.fromConfig(unknown, logger, events, scheduler))
                .hasMessage("No gitlab integration found that matches host nowhere");
        var unscheduled = ConfigReader.fromConfigs(List.of(new AppConfig(
                "test", Json.parse("{\"catalog\":{\"providers\":{\"gitlab\":{\"x\":{\"host\":\"gitlab.com\"}}}}}"))));
        assertThatThrownBy(() -> GitlabDiscoveryEntityProvider.fromConfig(unscheduled, logger, events, scheduler))
                .hasMessage("No schedule provided neither via code nor config for GitlabDiscoveryEntityProvider:x.");
    }
}
