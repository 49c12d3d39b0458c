// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.defaults.actionsregistry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.understudy.backend.defaults.testing.RecordingLogger;
import dev.understudy.backend.defaults.testing.TestCredentials;
import dev.understudy.backend.defaults.testing.TestHttpAuth;
import dev.understudy.backend.plugin.api.service.ActionAttributes;
import dev.understudy.backend.plugin.api.service.ActionDefinition;
import dev.understudy.backend.plugin.api.service.ActionDefinition.Schema;
import dev.understudy.backend.plugin.api.service.BackstageCredentials;
import dev.understudy.backend.plugin.api.service.PermissionsRegistryService;
import dev.understudy.backend.plugin.api.service.PermissionsService;
import dev.understudy.backend.plugin.api.testing.MockRequest;
import dev.understudy.config.ConfigReader;
import dev.understudy.errors.InputException;
import dev.understudy.errors.NotAllowedException;
import dev.understudy.errors.NotFoundException;
import dev.understudy.permission.common.BasicPermission;
import dev.understudy.permission.common.DefinitivePolicyDecision;
import dev.understudy.permission.common.Permission;
import dev.understudy.permission.common.PermissionAttributes;
import dev.understudy.permission.common.PolicyDecision;
import dev.understudy.permission.common.ResourcePermission;
import dev.understudy.permission.node.PermissionResourceRef;
import dev.understudy.permission.node.PermissionResourceType;
import dev.understudy.permission.node.PermissionRule;
import dev.understudy.permission.node.PermissionRuleset;
import dev.understudy.types.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

final class ActionsRegistryTest {
    private static final ObjectNode NAMED = json("{\"type\":\"object\",\"properties\":{\"name\":{\"type\":\"string\"}},"
                    + "\"required\":[\"name\"]}")
            .asObject();
    private static final BasicPermission SECRET = Permission.basic("secret", PermissionAttributes.NONE);

    private final List<Permission> permissions = new ArrayList<>();
    private final DefaultActionsRegistry registry = new DefaultActionsRegistry("test", new Permissions());
    private String config = "{}";
    private DefinitivePolicyDecision decision = DefinitivePolicyDecision.ALLOW;

    @Test
    void showsActions() throws Exception {
        registry.register(ActionDefinition.of("plain", "Plain", "Does nothing", Schema.none(), _ -> Optional.empty()));
        registry.register(greet().withAttributes(ActionAttributes.READ_ONLY));
        var empty = "{\"type\":\"object\",\"properties\":{},\"additionalProperties\":false,"
                + "\"$schema\":\"http://json-schema.org/draft-07/schema#\"}";
        assertThat(list())
                .isEqualTo(
                        "{\"actions\":[{\"id\":\"test:plain\",\"name\":\"plain\",\"title\":\"Plain\",\"description\":"
                                + "\"Does nothing\",\"pluginId\":\"test\",\"attributes\":{\"destructive\":true,\"idempotent\":false,"
                                + "\"readOnly\":false},\"schema\":{\"input\":" + empty + ",\"output\":" + empty + "}},"
                                + "{\"id\":\"test:greet\",\"name\":\"greet\",\"title\":\"Greet\",\"description\":\"Greets\","
                                + "\"pluginId\":\"test\",\"attributes\":{\"destructive\":false,\"idempotent\":false,"
                                + "\"readOnly\":true},\"schema\":{\"input\":" + NAMED
                                + ",\"output\":{\"type\":\"string\"}}}]}");
    }

    @Test
    void runsActions() throws Exception {
        registry.register(greet());
        assertThat(invoke("v1", "greet", "{\"name\":\"Jane\"}")).isEqualTo("{\"output\":\"Hello Jane\"}");
        assertThat(invoke("v2", "greet", "{\"input\":{\"name\":\"Jane\"}}")).isEqualTo("{\"output\":\"Hello Jane\"}");
    }

    @Test
    void checksWhatGoesInAndOut() {
        registry.register(greet());
        registry.register(ActionDefinition.of(
                "broken",
                "",
                "",
                new Schema(Optional.empty(), Optional.of(NAMED), Optional.empty()),
                _ -> Optional.of(json("1"))));
        assertThatThrownBy(() -> invoke("v1", "greet", "{}"))
                .isInstanceOf(InputException.class)
                .hasMessage("""
                        Invalid input to action "test:greet"; caused by [
                          {
                            "code": "invalid_type",
                            "expected": "string",
                            "received": "undefined",
                            "path": [
                              "name"
                            ],
                            "message": "Required"
                          }
                        ]""");
        assertThatThrownBy(() -> invoke("v1", "broken", "{}"))
                .isInstanceOf(InputException.class)
                .hasMessageStartingWith("Invalid output from action \"test:broken\"; caused by [\n")
                .hasMessageContaining("\"message\": \"Expected object, received number\"");
        assertThatThrownBy(() -> invoke("v2", "greet", "{\"input\":{\"name\":\"a\"},\"secrets\":{}}"))
                .hasMessage("Action \"test:greet\" does not accept secrets");
    }

    @Test
    void refusesInTheWordsOfZod() {
        registry.register(greet());
        assertThatThrownBy(() -> invoke("v1", "greet", "{\"name\":7}")).hasMessage("""
                        Invalid input to action "test:greet"; caused by [
                          {
                            "code": "invalid_type",
                            "expected": "string",
                            "received": "number",
                            "path": [
                              "name"
                            ],
                            "message": "Expected string, received number"
                          }
                        ]""");
    }

    @Test
    void checksSchemasThatZodWouldNotWrite() throws Exception {
        var schema = (ObjectNode)
                json("{\"type\":\"object\",\"properties\":{\"a\":{\"type\":\"string\",\"pattern\":\"^x\"}}}");
        registry.register(ActionDefinition.of(
                "odd",
                "",
                "",
                new Schema(Optional.of(schema), Optional.empty(), Optional.empty()),
                context -> Optional.of(context.input())));
        assertThat(invoke("v1", "odd", "{\"a\":\"xy\"}")).isEqualTo("{\"output\":{\"a\":\"xy\"}}");
        assertThatThrownBy(() -> invoke("v1", "odd", "{\"a\":\"y\"}"))
                .hasMessageStartingWith("Invalid input to action \"test:odd\"; caused by [\n")
                .hasMessageContaining("\"code\": \"invalid_string\"");
    }

    @Test
    void handsSecretsOver() throws Exception {
        registry.register(ActionDefinition.of(
                "sign",
                "",
                "",
                new Schema(Optional.empty(), Optional.empty(), Optional.of(NAMED)),
                context -> context.secrets()));
        assertThat(invoke("v2", "sign", "{\"input\":{},\"secrets\":{\"name\":\"x\"}}"))
                .isEqualTo("{\"output\":{\"name\":\"x\"}}");
        assertThatThrownBy(() -> invoke("v1", "sign", "{}"))
                .hasMessage("Action \"test:sign\" requires secrets but none were provided");
        assertThatThrownBy(() -> invoke("v2", "sign", "{\"input\":{},\"secrets\":{\"name\":1}}"))
                .hasMessageStartingWith("Invalid secrets for action \"test:sign\"");
    }

    @Test
    void refusesNobody() {
        registry.register(greet());
        assertThatThrownBy(() -> send(TestCredentials.NONE, MockRequest.post(path("v1", "greet"), "{}")))
                .isInstanceOf(NotAllowedException.class)
                .hasMessage("Actions must be invoked by an authenticated principal, not an anonymous request");
    }

    @Test
    void hidesWhatMayNotBeSeen() throws Exception {
        registry.register(greet().withVisibilityPermission(SECRET));
        assertThat(permissions).containsExactly(SECRET);
        assertThat(list()).contains("test:greet");
        decision = DefinitivePolicyDecision.DENY;
        assertHidden();
    }

    @Test
    void hidesWhatIsNotConfigured() throws Exception {
        registry.register(greet());
        for (var hiding : List.of(
                "\"pluginSources\":[\"other\"]",
                "\"filter\":{\"include\":[{\"id\":\"test:other*\"}]}",
                "\"filter\":{\"exclude\":[{\"id\":\"test:*\",\"attributes\":{\"readOnly\":false}}]}",
                "\"filter\":{\"include\":[{\"id\":\"test:*\"}],\"exclude\":[{\"attributes\":{\"destructive\":true}}]}")) {
            config = "{\"backend\":{\"actions\":{" + hiding + "}}}";
            assertHidden();
        }
        for (var showing : List.of(
                "\"pluginSources\":[\"test\"]",
                "\"filter\":{\"include\":[{\"id\":\"test:gr*\"}]}",
                "\"filter\":{\"exclude\":[{\"id\":\"test:*\",\"attributes\":{\"readOnly\":true}}]}")) {
            config = "{\"backend\":{\"actions\":{" + showing + "}}}";
            assertThat(list()).contains("test:greet");
        }
    }

    @Test
    void refusesTheSameNameTwice() {
        registry.register(greet());
        assertThatThrownBy(() -> registry.register(greet()))
                .hasMessage("Action with id \"test:greet\" is already registered");
    }

    private void assertHidden() throws Exception {
        assertThat(list()).isEqualTo("{\"actions\":[]}");
        assertThatThrownBy(() -> invoke("v1", "greet", "{\"name\":\"Jane\"}"))
                .isInstanceOf(NotFoundException.class)
                .hasMessage("Action \"test:greet\" not found");
    }

    private static ActionDefinition greet() {
        return ActionDefinition.of(
                "greet",
                "Greet",
                "Greets",
                Schema.of(NAMED, json("{\"type\":\"string\"}").asObject()),
                context -> Optional.of(
                        json("\"Hello " + context.input().get("name").asString() + "\"")));
    }

    private String list() throws Exception {
        return send(TestCredentials.USER, MockRequest.get("/.backstage/actions/v1/actions"));
    }

    private String invoke(String version, String name, String body) throws Exception {
        return send(TestCredentials.USER, MockRequest.post(path(version, name), body));
    }

    private static String path(String version, String name) {
        return "/.backstage/actions/" + version + "/actions/test%3A" + name + "/invoke";
    }

    private String send(BackstageCredentials sender, MockRequest request) throws Exception {
        var offered = new OfferedActions(registry, ConfigReader.fromData(json(config)), new Permissions());
        var router = ActionsRouter.create(offered, new TestHttpAuth(sender), RecordingLogger.create());
        return request.sendTo(router).body();
    }

    private static JsonNode json(String text) {
        return Json.mapper().readTree(text);
    }

    private final class Permissions implements PermissionsService, PermissionsRegistryService {
        @Override
        public List<DefinitivePolicyDecision> authorize(
                List<AuthorizeRequest> requests, BackstageCredentials credentials) {
            return requests.stream().map(_ -> decision).toList();
        }

        @Override
        public List<PolicyDecision> authorizeConditional(
                List<ResourcePermission> asked, BackstageCredentials credentials) {
            throw new UnsupportedOperationException();
        }

        @Override
        public <R, Q> void addResourceType(PermissionResourceType<R, Q> resource) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void addPermissions(List<? extends Permission> added) {
            permissions.addAll(added);
        }

        @Override
        public void addPermissionRules(List<? extends PermissionRule<?, ?>> rules) {
            throw new UnsupportedOperationException();
        }

        @Override
        public <R, Q> PermissionRuleset<R, Q> permissionRuleset(PermissionResourceRef<R, Q> resourceRef) {
            throw new UnsupportedOperationException();
        }
    }
}
