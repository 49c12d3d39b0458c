// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.defaults.permissionsregistry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.understudy.backend.defaults.testing.TestCredentials;
import dev.understudy.backend.defaults.testing.TestHttpAuth;
import dev.understudy.backend.plugin.api.service.BackstageCredentials;
import dev.understudy.backend.plugin.api.testing.MockRequest;
import dev.understudy.backend.plugin.api.testing.TestResponse;
import dev.understudy.errors.HttpException;
import dev.understudy.errors.InputException;
import dev.understudy.errors.NotAllowedException;
import dev.understudy.errors.NotImplementedException;
import dev.understudy.permission.common.Permission;
import dev.understudy.permission.common.PermissionAction;
import dev.understudy.permission.common.PermissionAttributes;
import dev.understudy.permission.node.PermissionResourceRef;
import dev.understudy.permission.node.PermissionResourceType;
import dev.understudy.permission.node.PermissionRule;
import dev.understudy.permission.node.RuleParams;
import dev.understudy.types.Json;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

final class PermissionsRegistryTest {
    private static final String ROOT = "/.well-known/backstage/permissions";
    private static final PermissionResourceRef<String, String> WORD = new PermissionResourceRef<>("test", "word");
    private static final PermissionRule<String, String> STARTS_WITH = PermissionRule.of(
            WORD,
            "STARTS_WITH",
            "Allows words that start like this",
            RuleParams.create().string("prefix", "How words start"),
            (word, params) ->
                    word.startsWith(RuleParams.string(params, "prefix").orElseThrow()),
            params -> RuleParams.string(params, "prefix").orElseThrow());
    private static final Permission READ =
            Permission.resource("word.read", PermissionAttributes.of(PermissionAction.READ), "word");

    private final List<List<String>> loads = new ArrayList<>();
    private final PermissionMetadataStore store = new PermissionMetadataStore();
    private final DefaultPermissionsRegistry registry = new DefaultPermissionsRegistry("test", store);

    @Test
    void showsPermissionsAndRules() throws Exception {
        addWords();
        assertThat(send(TestCredentials.USER, MockRequest.get(ROOT + "/metadata"))
                        .body())
                .isEqualTo("{\"permissions\":[{\"type\":\"resource\",\"name\":\"word.read\",\"attributes\":{\"action\":"
                        + "\"read\"},\"resourceType\":\"word\"}],\"rules\":[{\"name\":\"STARTS_WITH\",\"description\":"
                        + "\"Allows words that start like this\",\"resourceType\":\"word\",\"paramsSchema\":{\"type\":"
                        + "\"object\",\"properties\":{\"prefix\":{\"type\":\"string\",\"description\":\"How words start\"}},"
                        + "\"required\":[\"prefix\"],\"additionalProperties\":false,\"$schema\":"
                        + "\"http://json-schema.org/draft-07/schema#\"}}]}");
    }

    @Test
    void decidesOnResources() throws Exception {
        addWords();
        assertThat(apply(item("1", "\"tree\"", startsWith("t"))
                        + ","
                        + item("2", "[\"tree\",\"oak\",\"missing\"]", "{\"not\":" + startsWith("t") + "}")
                        + ","
                        + item("3", "\"missing\"", "{\"anyOf\":[{\"not\":" + startsWith("t") + "}]}")))
                .isEqualTo(
                        "{\"items\":[{\"id\":\"1\",\"result\":\"ALLOW\"},{\"id\":\"2\",\"result\":[\"DENY\",\"ALLOW\","
                                + "\"DENY\"]},{\"id\":\"3\",\"result\":\"DENY\"}]}");
        assertThat(loads).containsExactly(List.of("tree", "oak", "missing"));
    }

    @Test
    void refusesUsersWhoAskThemselves() {
        addWords();
        var request = MockRequest.post(ROOT + "/apply-conditions", "{\"items\":[]}");
        assertThatThrownBy(() -> send(TestCredentials.USER, request))
                .isInstanceOf(NotAllowedException.class)
                .hasMessage("");
    }

    @Test
    void servesServicesAndUsersForWhomTheyAsk() throws Exception {
        addWords();
        var request = MockRequest.post(ROOT + "/apply-conditions", "{\"items\":[]}");
        for (var sender : List.of(TestCredentials.SERVICE, TestCredentials.userThrough("plugin:permission"))) {
            assertThat(send(sender, request).body()).isEqualTo("{\"items\":[]}");
        }
    }

    @Test
    void refusesRequestsItCannotAnswer() {
        addWords();
        registry.addResourceType(new PermissionResourceType<>(
                new PermissionResourceRef<String, String>("test", "letter"), List.of(), List.of(), Optional.empty()));
        assertThatThrownBy(() -> apply(item("1", "\"a\"", startsWith("t")).replace("word", "a") + ","
                        + item("1", "\"a\"", startsWith("t")).replace("word", "b")))
                .isInstanceOf(InputException.class)
                .hasMessage("Unexpected resource types: a, b.");
        assertThatThrownBy(() -> apply(item("1", "\"a\"", startsWith("t")).replace("word", "letter")))
                .isInstanceOf(NotImplementedException.class)
                .hasMessage(
                        "This plugin does not expose any permission rule or can't evaluate the conditions request for"
                                + " letter");
        assertThatThrownBy(() -> apply(item("1", "\"tree\"", startsWith("t").replace("STARTS", "ENDS"))))
                .isInstanceOf(HttpException.class)
                .hasMessage("Permission rule 'ENDS_WITH' does not exist for resource type 'word'");
        assertThatThrownBy(() -> apply(item("1", "\"tree\"", startsWith("t").replace("prefix", "suffix"))))
                .isInstanceOf(InputException.class)
                .hasMessageStartingWith("Parameters to rule are invalid; caused by [");
    }

    /** As recorded from Backstage's schema. */
    @Test
    void saysWhatIsWrongWithMalformedRequests() throws Exception {
        for (var recording : recordedConditions()) {
            var body = Json.stringify(recording.path("body"));
            var message = recording.path("message").stringValue();
            assertThatThrownBy(() -> post(body))
                    .as(body)
                    .isInstanceOf(InputException.class)
                    .hasMessage(message.isEmpty() ? "Unexpected resource types: t." : message);
        }
        assertThatThrownBy(() -> post("{\"items\":{}}"))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("\"message\": \"Expected array, received object\"");
        assertThatThrownBy(() -> post("{\"items\":[\"" + "x".repeat(103_000) + "\"]}"))
                .isInstanceOf(HttpException.class);
    }

    private static JsonNode recordedConditions() throws IOException {
        try (var file = PermissionsRegistryTest.class.getResourceAsStream("/zod/conditions.json")) {
            return Json.mapper().readTree(file);
        }
    }

    @Test
    void isClosedOnceThePluginHasStarted() {
        registry.close();
        assertThatThrownBy(this::addWords)
                .hasMessage("Cannot add permission resource types after the plugin has started");
        assertThatThrownBy(() -> registry.addPermissions(List.of(READ)))
                .hasMessage("Cannot add permissions after the plugin has started");
        assertThatThrownBy(() -> registry.addPermissionRules(List.of(STARTS_WITH)))
                .hasMessage("Cannot add permission rules after the plugin has started");
    }

    @Test
    void refusesWhatBelongsToAnotherPluginOrIsThereAlready() {
        addWords();
        assertThatThrownBy(this::addWords)
                .hasMessage("Refused to add permission resource with type 'word' because it already exists");
        assertThatThrownBy(() -> registry.addPermissionRules(List.of(STARTS_WITH)))
                .hasMessage("Refused to add permission rule for type 'word' with name 'STARTS_WITH' because it already"
                        + " exists");
        var other = new PermissionResourceRef<String, String>("other", "word");
        assertThatThrownBy(() -> registry.permissionRuleset(other))
                .hasMessage("Resource type 'word' belongs to plugin 'other', but was used with plugin 'test'");
    }

    @Test
    void givesRulesToThePlugin() {
        var ruleset = registry.permissionRuleset(WORD);
        addWords();
        assertThat(ruleset.ruleByName("STARTS_WITH")).isSameAs(STARTS_WITH);
    }

    private void addWords() {
        registry.addResourceType(
                new PermissionResourceType<>(WORD, List.of(READ), List.of(STARTS_WITH), Optional.of(this::load)));
    }

    private List<@Nullable String> load(List<String> refs) {
        loads.add(refs);
        var found = new ArrayList<@Nullable String>();
        refs.forEach(ref -> found.add(ref.equals("missing") ? null : ref));
        return found;
    }

    private static String item(String id, String ref, String conditions) {
        return "{\"id\":\"" + id + "\",\"resourceRef\":" + ref + ",\"resourceType\":\"word\",\"conditions\":"
                + conditions + "}";
    }

    private static String startsWith(String prefix) {
        return "{\"rule\":\"STARTS_WITH\",\"resourceType\":\"word\",\"params\":{\"prefix\":\"" + prefix + "\"}}";
    }

    private String apply(String items) throws Exception {
        return post("{\"items\":[" + items + "]}");
    }

    private String post(String body) throws Exception {
        return send(TestCredentials.SERVICE, MockRequest.post(ROOT + "/apply-conditions", body))
                .body();
    }

    private TestResponse send(BackstageCredentials sender, MockRequest request) throws Exception {
        return request.sendTo(PermissionsRouter.create(store, new TestHttpAuth(sender)));
    }
}
