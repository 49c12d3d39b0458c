// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.backend.module.gitlab;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.backend.plugin.api.service.EventParams;
import dev.understudy.backend.test.utils.MockEvents;
import dev.understudy.backend.test.utils.MockHost;
import dev.understudy.backend.test.utils.MockRootLogger;
import dev.understudy.backend.test.utils.MockScheduler;
import dev.understudy.catalog.node.test.utils.RecordedConnection;
import dev.understudy.types.Json;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class GitlabOrgDiscoveryEntityProviderTest {
    private static final String USERS = """
            [{"id":1,"username":"ann","name":"Ann","email":"ann@x","state":"active","web_url":"https://g/ann",
              "avatar_url":"https://a","is_using_seat":true},
             {"id":2,"username":"bob","state":"blocked"},{"id":3,"username":"project_1_bot_x","state":"active"}]""";
    private static final String GROUP =
            "{\"id\":5,\"name\":\"Deck\",\"full_path\":\"crew/deck\",\"parent_id\":4,\"visibility\":\"private\"}";
    private static final String PARENT = "{\"id\":4,\"name\":\"Crew\",\"full_path\":\"crew\"}";
    private static final String MEMBERS = """
            {"data":{"group":{"groupMembers":{"pageInfo":{"hasNextPage":false},
             "nodes":[{"user":{"id":"gid://gitlab/User/1","username":"ann"}},{"user":null}]}}}}""";
    private static final String DESCENDANTS = """
            {"data":{"group":{"descendantGroups":{"pageInfo":{"hasNextPage":false},
             "nodes":[{"id":"gid://gitlab/Group/5","name":"Deck","fullPath":"crew/deck",
                       "parent":{"id":"gid://gitlab/Group/4"}}]}}}}""";

    private final MockHost gitlab = MockHost.start();
    private final MockRootLogger logger = MockRootLogger.create();
    private final MockEvents events = MockEvents.create();
    private final MockScheduler scheduler = MockScheduler.create();
    private final RecordedConnection connection = new RecordedConnection();

    @AfterEach
    void stop() {
        gitlab.close();
    }

    private void connect(String host, String section) {
        gitlab.on("query getGroupMembers", MEMBERS)
                .on("query listDescendantGroups", DESCENDANTS)
                .on("/groups/5", GROUP)
                .on("/groups/4", PARENT)
                .on("/groups?", "[" + PARENT + "," + GROUP + "]")
                .on("/members/all", USERS)
                .on("/groups/crew ", PARENT)
                .on("/users?", USERS)
                .on("/users/1", "{\"id\":1,\"username\":\"ann\",\"state\":\"active\",\"web_url\":\"https://g/ann\"}");
        var config = TestConfig.of(gitlab, host, "\"orgEnabled\":true" + section);
        GitlabOrgDiscoveryEntityProvider.fromConfig(config, logger, events, scheduler, GitlabTransformers.DEFAULT)
                .forEach(provider -> provider.connect(connection));
    }

    private void refresh() {
        scheduler.triggerTask("GitlabOrgDiscoveryEntityProvider:x:refresh");
    }

    private String entity(int index) {
        return Json.stringify(connection.entities().get(index).entity().json());
    }

    @Test
    void readsUsersAndGroupsOfAHostOfOnesOwn() {
        connect("gitlab.example", "");
        refresh();
        assertThat(connection.steps())
                .containsExactly("full [user:default/ann, user:default/project_1_bot_x, group:default/crew,"
                        + " group:default/crew-deck]");
        assertThat(entity(0)).isEqualTo("""
                        {"apiVersion":"backstage.io/v1alpha1","kind":"User","metadata":{"name":"ann","annotations":{\
                        "gitlab.example/user-login":"https://g/ann","gitlab.example/user-id":"1",\
                        "backstage.io/managed-by-location":"url:%1$s/ann",\
                        "backstage.io/managed-by-origin-location":"url:%1$s/ann"}},\
                        "spec":{"profile":{"displayName":"Ann","picture":"https://a","email":"ann@x"},\
                        "memberOf":["crew","crew-deck"]}}""".formatted(gitlab.url()));
        assertThat(entity(3)).isEqualTo("""
                        {"apiVersion":"backstage.io/v1alpha1","kind":"Group","metadata":{"name":"crew-deck",\
                        "annotations":{"gitlab.example/team-path":"crew/deck","gitlab.example/visibility":"private",\
                        "backstage.io/managed-by-location":"url:%1$s/crew/deck",\
                        "backstage.io/managed-by-origin-location":"url:%1$s/crew/deck"}},\
                        "spec":{"type":"team","children":[],"profile":{"displayName":"Deck"},"parent":"crew"}}""".formatted(gitlab.url()));
        assertThat(logger.lines())
                .contains("info Scanned 3 users and processed 2 users", "info Scanned 2 groups and processed 2 groups");
    }

    @Test
    void readsThoseWithASeatAtGitlabDotCom() {
        connect("gitlab.com", ",\"group\":\"crew\"");
        refresh();
        assertThat(connection.steps())
                .containsExactly("full [user:default/ann, group:default/deck, group:default/crew]");
        assertThat(gitlab.requests().stream().filter(request -> request.contains("/members/all")))
                .hasSize(2)
                .allMatch(request -> request.contains("show_seat_info=true"));
    }

    @Test
    void followsUsersAndGroups() {
        connect("gitlab.example", "");
        for (var event : new String[] {
            "group_create {\"group_id\":5}",
            "group_destroy {\"group_id\":5,\"full_path\":\"crew/deck\",\"name\":\"Deck\"}",
            "group_rename {\"group_id\":5,\"old_full_path\":\"crew/old\",\"name\":\"Deck\"}",
            "user_create {\"user_id\":1}",
            "user_destroy {\"user_id\":9,\"username\":\"cat\"}",
            "user_add_to_group {\"group_id\":5}"
        }) {
            var parts = event.split(" ", 2);
            events.publish(EventParams.of("gitlab." + parts[0], Json.parse(parts[1])));
        }
        assertThat(connection.steps())
                .containsExactly(
                        "added [group:default/crew-deck] removed []",
                        "added [] removed [group:default/crew-deck]",
                        "added [group:default/crew-deck] removed [group:default/crew-old]",
                        "added [user:default/ann] removed []",
                        "added [] removed [user:default/cat]",
                        "added [group:default/crew-deck] removed []");
        assertThat(entity(connection.entities().size() - 1)).contains("\"parent\":\"crew\"", "\"members\":[\"ann\"]");
    }

    @Test
    void leavesOutWhatTheConfigurationDoesNotWant() {
        connect("gitlab.example", ",\"group\":\"other\",\"userPattern\":\"^z\"");
        events.publish(EventParams.of("gitlab.group_create", Json.parse("{\"group_id\":5}")));
        events.publish(EventParams.of("gitlab.user_create", Json.parse("{\"user_id\":1}")));
        assertThat(connection.steps()).isEmpty();
        assertThat(logger.lines()).contains("debug Skipped group crew/deck.", "debug Skipped user ann.");
    }
}
