// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.defaults.permissions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.understudy.backend.defaults.testing.TestAuth;
import dev.understudy.backend.defaults.testing.TestCredentials;
import dev.understudy.backend.defaults.testing.TestPluginServer;
import dev.understudy.backend.plugin.api.service.PermissionsService;
import dev.understudy.backend.plugin.api.service.PermissionsService.AuthorizeRequest;
import dev.understudy.config.ConfigReader;
import dev.understudy.errors.ResponseException;
import dev.understudy.permission.common.ConditionalPolicyDecision;
import dev.understudy.permission.common.DefinitivePolicyDecision;
import dev.understudy.permission.common.Permission;
import dev.understudy.permission.common.PermissionAction;
import dev.understudy.permission.common.PermissionAttributes;
import dev.understudy.permission.common.ResourcePermission;
import dev.understudy.types.Json;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

final class PermissionsServiceTest {
    private static final ResourcePermission READ =
            Permission.resource("todo.read", PermissionAttributes.of(PermissionAction.READ), "todo");
    private static final Permission CREATE =
            Permission.basic("todo.create", PermissionAttributes.of(PermissionAction.CREATE));
    private static final Permission PLAIN = Permission.basic("todo.use", PermissionAttributes.NONE);

    private Function<JsonNode, String> answer = _ -> "{\"result\":\"DENY\"}";
    private final TestPluginServer server = TestPluginServer.start(this::respond);

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void allowsUsersEverythingUnlessEnabled() {
        var service = service("{}");
        assertThat(service.authorize(CREATE, TestCredentials.USER)).isEqualTo(DefinitivePolicyDecision.ALLOW);
        assertThat(service.authorize(CREATE, TestCredentials.NONE)).isEqualTo(DefinitivePolicyDecision.ALLOW);
        assertThat(service.authorizeConditional(List.of(READ), TestCredentials.USER))
                .containsExactly(DefinitivePolicyDecision.ALLOW);
        assertThat(server.requests()).isEmpty();
    }

    @Test
    void decidesOnServicesByTheirRestrictionsAlone() {
        for (var config : List.of("{}", "{\"permission\":{\"enabled\":true}}")) {
            var service = service(config);
            assertThat(service.authorize(CREATE, TestCredentials.SERVICE)).isEqualTo(DefinitivePolicyDecision.ALLOW);
            var byName = TestCredentials.restricted(Set.of("todo.create"), Set.of());
            assertThat(service.authorize(CREATE, byName)).isEqualTo(DefinitivePolicyDecision.ALLOW);
            assertThat(service.authorize(READ, byName)).isEqualTo(DefinitivePolicyDecision.DENY);
            var byAction = TestCredentials.restricted(Set.of(), Set.of("read"));
            assertThat(service.authorizeConditional(List.of(READ), byAction))
                    .containsExactly(DefinitivePolicyDecision.ALLOW);
            assertThat(service.authorize(CREATE, byAction)).isEqualTo(DefinitivePolicyDecision.DENY);
            assertThat(service.authorize(PLAIN, byAction)).isEqualTo(DefinitivePolicyDecision.DENY);
            var byBoth = TestCredentials.restricted(Set.of("todo.create"), Set.of("read"));
            assertThat(service.authorize(CREATE, byBoth)).isEqualTo(DefinitivePolicyDecision.DENY);
        }
        assertThat(server.requests()).isEmpty();
    }

    @Test
    void asksThePermissionBackendAboutUsers() {
        answer = item ->
                "{\"result\":\"" + (item.path("resourceRef").asString("").equals("1") ? "ALLOW" : "DENY") + "\"}";
        var requests = List.of(AuthorizeRequest.of(READ, "1"), AuthorizeRequest.of(READ, "2"));
        assertThat(enabled().authorize(requests, TestCredentials.USER))
                .containsExactly(DefinitivePolicyDecision.ALLOW, DefinitivePolicyDecision.DENY);
        assertThat(server.requests()).singleElement().satisfies(request -> {
            assertThat(request.method() + " " + request.path()).isEqualTo("POST /api/permission/authorize");
            assertThat(request.authorization()).isEqualTo("Bearer user:default/jane-for-permission");
            assertThat(withoutIds(request.body()))
                    .isEqualTo(
                            "{\"items\":[{\"id\":\"\",\"permission\":{\"type\":\"resource\",\"name\":\"todo.read\","
                                    + "\"attributes\":{\"action\":\"read\"},\"resourceType\":\"todo\"},\"resourceRef\":\"1\"},"
                                    + "{\"id\":\"\",\"permission\":{\"type\":\"resource\",\"name\":\"todo.read\","
                                    + "\"attributes\":{\"action\":\"read\"},\"resourceType\":\"todo\"},\"resourceRef\":\"2\"}]}");
        });
    }

    @Test
    void asksWithoutATokenForNobody() {
        assertThat(enabled().authorize(CREATE, TestCredentials.NONE)).isEqualTo(DefinitivePolicyDecision.DENY);
        assertThat(server.requests().getFirst().authorization()).isEmpty();
    }

    @Test
    void returnsConditions() {
        answer = _ -> "{\"result\":\"CONDITIONAL\",\"pluginId\":\"todo\",\"resourceType\":\"todo\","
                + "\"conditions\":{\"rule\":\"IS_OWNER\",\"resourceType\":\"todo\",\"params\":{\"claims\":[\"a\"]}}}";
        assertThat(enabled().authorizeConditional(List.of(READ), TestCredentials.USER))
                .singleElement()
                .isInstanceOfSatisfying(
                        ConditionalPolicyDecision.class,
                        decision -> assertThat(decision.toJson()
                                        .at("/conditions/params/claims/0")
                                        .asString())
                                .isEqualTo("a"));
        assertThatThrownBy(() -> enabled().authorize(CREATE, TestCredentials.USER))
                .hasMessage("The permission backend answered with an invalid decision");
    }

    @Test
    void putsQuestionsTogetherWhenConfigured() {
        var batched = service("{\"permission\":{\"enabled\":true,\"EXPERIMENTAL_enableBatchedRequests\":true}}");
        answer = item -> item.has("resourceRef") ? "{\"result\":[\"ALLOW\",\"DENY\"]}" : "{\"result\":\"ALLOW\"}";
        var requests =
                List.of(AuthorizeRequest.of(READ, "1"), AuthorizeRequest.of(CREATE), AuthorizeRequest.of(READ, "2"));
        assertThat(batched.authorize(requests, TestCredentials.USER))
                .containsExactly(
                        DefinitivePolicyDecision.ALLOW, DefinitivePolicyDecision.ALLOW, DefinitivePolicyDecision.DENY);
        assertThat(withoutIds(server.requests().getFirst().body()))
                .isEqualTo("{\"items\":[{\"permission\":{\"type\":\"resource\",\"name\":\"todo.read\",\"attributes\":"
                        + "{\"action\":\"read\"},\"resourceType\":\"todo\"},\"resourceRef\":[\"1\",\"2\"],\"id\":\"\"},"
                        + "{\"permission\":{\"type\":\"basic\",\"name\":\"todo.create\",\"attributes\":"
                        + "{\"action\":\"create\"}},\"id\":\"\"}]}");
    }

    @Test
    void failsRatherThanGuesses() {
        answer = _ -> "{\"id\":\"other\",\"result\":\"ALLOW\"}";
        assertThatThrownBy(() -> enabled().authorize(CREATE, TestCredentials.USER))
                .hasMessage("Items in response do not match request");
        answer = _ -> {
            throw new IllegalArgumentException("broken");
        };
        assertThatThrownBy(() -> enabled().authorize(CREATE, TestCredentials.USER))
                .isInstanceOf(ResponseException.class)
                .hasMessage("Request failed with 403 Forbidden");
    }

    private TestPluginServer.Answer respond(TestPluginServer.Request request) {
        try {
            var items = Json.mapper().createArrayNode();
            for (var item : Json.mapper().readTree(request.body()).get("items")) {
                var decision = Json.mapper().readTree(answer.apply(item)).asObject();
                if (!decision.has("id")) {
                    decision.set("id", item.get("id"));
                }
                items.add(decision);
            }
            return TestPluginServer.Answer.ok("{\"items\":" + items + "}");
        } catch (IllegalArgumentException refused) {
            return new TestPluginServer.Answer(403, "{}");
        }
    }

    private PermissionsService enabled() {
        return service("{\"permission\":{\"enabled\":true}}");
    }

    private PermissionsService service(String config) {
        var reader = ConfigReader.fromData(Json.mapper().readTree(config));
        return DefaultPermissionsService.fromConfig(reader, new TestAuth(), server);
    }

    private static String withoutIds(String json) {
        return json.replaceAll("\"id\":\"[0-9a-f-]{36}\"", "\"id\":\"\"");
    }
}
