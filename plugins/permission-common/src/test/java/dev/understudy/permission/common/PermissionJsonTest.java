// SPDX-License-Identifier: Apache-2.0
package dev.understudy.permission.common;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

final class PermissionJsonTest {
    private static final String CONDITION = "{\"rule\":\"R\",\"resourceType\":\"t\"}";

    @Test
    void writesPermissionsInTheReferencesOrderOfFields() {
        assertThat(Permission.resource("a.read", PermissionAttributes.of(PermissionAction.READ), "thing")
                        .toJson())
                .hasToString(
                        "{\"type\":\"resource\",\"name\":\"a.read\",\"attributes\":{\"action\":\"read\"},\"resourceType\":\"thing\"}");
        assertThat(Permission.basic("a.check", PermissionAttributes.NONE).toJson())
                .hasToString("{\"type\":\"basic\",\"name\":\"a.check\",\"attributes\":{}}");
    }

    @Test
    void readsWhatItWrites() {
        for (var permission : List.of(
                Permission.resource("a", PermissionAttributes.of(PermissionAction.DELETE), "thing"),
                Permission.basic("b", PermissionAttributes.NONE))) {
            assertThat(Permission.parse(permission.toJson())).contains(permission);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "null",
                "[]",
                "{}",
                "{\"type\":\"basic\",\"name\":\"a\"}",
                "{\"type\":\"other\",\"name\":\"a\",\"attributes\":{}}",
                "{\"type\":\"basic\",\"name\":5,\"attributes\":{}}",
                "{\"type\":\"basic\",\"name\":\"a\",\"attributes\":{\"action\":\"READ\"}}",
                "{\"type\":\"resource\",\"name\":\"a\",\"attributes\":{}}"
            })
    void refusesMalformedPermissions(String text) {
        assertThat(Permission.parse(json(text))).isEmpty();
    }

    @Test
    void tellsPermissionsApartByName() {
        var read = Permission.resource("a", PermissionAttributes.of(PermissionAction.READ), "thing");
        assertThat(read.isSameAs(Permission.basic("a", PermissionAttributes.NONE)))
                .isTrue();
        assertThat(read.isFor(PermissionAction.READ)).isTrue();
        assertThat(read.isFor(PermissionAction.UPDATE)).isFalse();
        assertThat(read.isOnResource("thing")).isTrue();
        assertThat(read.isOnResource("other")).isFalse();
        assertThat(Permission.basic("a", PermissionAttributes.NONE).isOnResource("thing"))
                .isFalse();
    }

    /** The left side is what comes in, the right side what the reference's own schema makes of it. */
    @Test
    void readsCriteriaAsTheReferenceDoes() {
        assertReadsAs(CONDITION, CONDITION);
        assertReadsAs(
                "{\"anyOf\":[],\"params\":{\"x\":1},\"extra\":1,\"resourceType\":\"t\",\"rule\":\"R\"}",
                "{\"rule\":\"R\",\"resourceType\":\"t\",\"params\":{\"x\":1}}");
        assertReadsAs(
                "{\"allOf\":[%1$s],\"anyOf\":[%1$s],\"z\":1}".formatted(CONDITION),
                "{\"anyOf\":[%s]}".formatted(CONDITION));
        assertReadsAs("{\"rule\":1,\"not\":%s}".formatted(CONDITION), "{\"not\":%s}".formatted(CONDITION));
        assertReadsAs(
                "{\"anyOf\":[],\"allOf\":[{\"not\":%s}]}".formatted(CONDITION),
                "{\"allOf\":[{\"not\":%s}]}".formatted(CONDITION));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "null",
                "5",
                "[]",
                "{}",
                "{\"anyOf\":[]}",
                "{\"allOf\":[{}]}",
                "{\"allOf\":{}}",
                "{\"not\":null}",
                "{\"rule\":\"R\"}",
                "{\"rule\":\"R\",\"resourceType\":\"t\",\"params\":[]}",
                "{\"rule\":\"R\",\"resourceType\":\"t\",\"params\":null}"
            })
    void refusesMalformedCriteria(String text) {
        assertThat(PermissionCriteria.parse(json(text))).isEmpty();
    }

    @Test
    void refusesEmptyCriteria() {
        assertThatThrownBy(() -> new PermissionCriteria.AllOf<String>(List.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Criteria must not be empty");
    }

    @Test
    void readsDeeplyNestedCriteria() {
        var depth = 450;
        var text = "{\"not\":".repeat(depth) + CONDITION + "}".repeat(depth);
        assertReadsAs(text, text);
    }

    @Test
    void writesAndReadsDecisions() {
        var conditions = PermissionCriteria.parse(json(CONDITION)).orElseThrow();
        var conditional = new ConditionalPolicyDecision("catalog", "t", conditions);
        assertThat(conditional.toJson())
                .hasToString(
                        "{\"result\":\"CONDITIONAL\",\"pluginId\":\"catalog\",\"resourceType\":\"t\",\"conditions\":"
                                + CONDITION + "}");
        assertThat(DefinitivePolicyDecision.DENY.toJson()).hasToString("{\"result\":\"DENY\"}");
        for (var decision : List.of(conditional, DefinitivePolicyDecision.ALLOW, DefinitivePolicyDecision.DENY)) {
            assertThat(PolicyDecision.parse(decision.toJson())).contains(decision);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"result\":\"allow\"}",
                "{\"result\":\"CONDITIONAL\"}",
                "{\"result\":\"CONDITIONAL\",\"pluginId\":\"p\",\"resourceType\":\"t\",\"conditions\":{}}"
            })
    void refusesMalformedDecisions(String text) {
        assertThat(PolicyDecision.parse(json(text))).isEmpty();
    }

    private static void assertReadsAs(String text, String expected) {
        assertThat(PermissionCriteria.parse(json(text)).map(PermissionCriteria::toJson))
                .hasValueSatisfying(written -> assertThat(written).hasToString(expected));
    }

    private static JsonNode json(String text) {
        return JsonMapper.shared().readTree(text);
    }
}
