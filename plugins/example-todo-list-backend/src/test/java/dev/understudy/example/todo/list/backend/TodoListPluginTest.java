// SPDX-License-Identifier: Apache-2.0
package dev.understudy.example.todo.list.backend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.backend.test.utils.MockCredentials;
import dev.understudy.backend.test.utils.TestBackend;
import dev.understudy.backend.test.utils.TestDatabaseId;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class TodoListPluginTest {
    private static final String TODOS = "/api/todo-list/todos";
    private static final Map<String, String> MILK = Map.of("title", "Buy milk");

    @ParameterizedTest
    @MethodSource("dev.understudy.backend.test.utils.TestDatabases#eachSupported")
    void keepsWhatIsAdded(TestDatabaseId id) {
        try (var backend = TestBackend.with(Map.of())
                .database(id)
                .add(TodoListPlugin::feature)
                .start()) {
            var http = backend.http();
            assertThat(http.get(TODOS).body()).isEqualTo("{\"items\":[]}");

            var added = http.post(TODOS, MILK);
            http.as(MockCredentials.user("user:default/jo")).post(TODOS, Map.of("title", "  Bake bread "));

            assertThat(added.status()).isEqualTo(201);
            assertThat(added.body()).isEqualTo("{\"id\":1,\"title\":\"Buy milk\",\"createdBy\":\"user:default/mock\"}");
            assertThat(http.get(TODOS + "/1").body()).isEqualTo(added.body());
            assertThat(http.get(TODOS).body())
                    .isEqualTo("{\"items\":[" + added.body()
                            + ",{\"id\":2,\"title\":\"Bake bread\",\"createdBy\":\"user:default/jo\"}]}");
        }
    }

    @ParameterizedTest
    @MethodSource("dev.understudy.backend.test.utils.TestDatabases#eachSupported")
    void doesNotFindWhatIsNotThere(TestDatabaseId id) {
        try (var backend = TestBackend.with(Map.of())
                .database(id)
                .add(TodoListPlugin::feature)
                .start()) {
            for (var missing : new String[] {"7", "milk", "-1", "99999999999999999999"}) {
                var response = backend.http().get(TODOS + "/" + missing);

                assertThat(response.status()).isEqualTo(404);
                assertThat(response.errorMessage()).isEqualTo("No to-do with id '" + missing + "'");
            }
        }
    }

    @Test
    void refusesThoseWhoDoNotSayWhoTheyAre() {
        try (var backend = TestBackend.start(TodoListPlugin::feature)) {
            var response = backend.http().as(MockCredentials.none()).get(TODOS);

            assertThat(response.status()).isEqualTo(401);
            assertThat(response.errorMessage()).isEqualTo("Missing credentials");
        }
    }

    @Test
    void letsServicesReadButNotAdd() {
        try (var backend = TestBackend.start(TodoListPlugin::feature)) {
            var service = backend.http().as(MockCredentials.service());
            var response = service.post(TODOS, MILK);

            assertThat(service.get(TODOS).status()).isEqualTo(200);
            assertThat(response.status()).isEqualTo(403);
            assertThat(response.errorMessage()).isEqualTo("This endpoint does not allow 'service' credentials");
        }
    }

    @Test
    void refusesToAddWithoutTitle() {
        try (var backend = TestBackend.start(TodoListPlugin::feature)) {
            for (var body : new String[] {"{}", "{\"title\":\"  \"}", "{\"title\":null}", "{\"title\":[1]}", "[]"}) {
                var response = backend.http().post(TODOS, body);

                assertThat(response.status()).as(body).isEqualTo(400);
                assertThat(response.errorMessage()).as(body).isEqualTo("A to-do needs a 'title'");
            }
            assertThat(backend.http().get(TODOS).body()).isEqualTo("{\"items\":[]}");
        }
    }

    @Test
    void tellsModulesOfNewTodos() {
        try (var backend = TestBackend.start(TodoListPlugin::feature, AnnouncerModule::feature)) {
            backend.http().post(TODOS, MILK);

            assertThat(backend.logger().lines()).contains("info New to-do 'Buy milk' of user:default/mock");
        }
    }

    @Test
    void answersHeadWithoutBody() {
        try (var backend = TestBackend.start(TodoListPlugin::feature)) {
            var response = backend.http().head(TODOS);

            assertThat(response.status()).isEqualTo(200);
            assertThat(response.header("Content-Type")).contains("application/json; charset=utf-8");
            assertThat(response.body()).isEmpty();
        }
    }

    @Test
    void knowsNoOtherPaths() {
        try (var backend = TestBackend.start(TodoListPlugin::feature)) {
            assertThat(backend.http().get("/api/todo-list/notes").status()).isEqualTo(404);
            assertThat(backend.http().delete(TODOS).status()).isEqualTo(404);
            assertThat(backend.http().get("/api/todo/todos").status()).isEqualTo(404);
        }
    }
}
