// SPDX-License-Identifier: Apache-2.0
package dev.understudy.permission.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.understudy.errors.InputException;
import dev.understudy.permission.common.DefinitivePolicyDecision;
import dev.understudy.permission.common.PermissionCondition;
import dev.understudy.permission.common.PermissionCriteria;
import dev.understudy.permission.common.PermissionCriteria.AllOf;
import dev.understudy.permission.common.PermissionCriteria.AnyOf;
import dev.understudy.permission.common.PermissionCriteria.Not;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

final class PermissionRuleTest {
    private static final PermissionResourceRef<String, String> WORD = new PermissionResourceRef<>("words", "word");
    private static final PermissionRule<String, String> STARTS_WITH = PermissionRule.of(
            WORD,
            "STARTS_WITH",
            "Allows words that start like this",
            RuleParams.create().string("prefix", "How words start").optionalString("unused", ""),
            (word, params) ->
                    word.startsWith(RuleParams.string(params, "prefix").orElseThrow()),
            params -> "like " + RuleParams.string(params, "prefix").orElseThrow());
    private static final PermissionRule<String, String> ONE_OF = PermissionRule.of(
            WORD,
            "ONE_OF",
            "Allows some words",
            RuleParams.create().stringArray("words", "The words"),
            (word, params) -> RuleParams.strings(params, "words").contains(word),
            params -> "in " + RuleParams.strings(params, "words"));
    private static final PermissionRuleset<String, String> RULES = PermissionRuleset.of(List.of(STARTS_WITH, ONE_OF));

    @Test
    void showsItsParametersAsTheReferenceDoes() {
        assertThat(STARTS_WITH.paramsSchema().toJsonSchema().toString())
                .isEqualTo(
                        "{\"type\":\"object\",\"properties\":{\"prefix\":{\"type\":\"string\",\"description\":\"How words"
                                + " start\"},\"unused\":{\"type\":\"string\"}},\"required\":[\"prefix\"],\"additionalProperties\":false,"
                                + "\"$schema\":\"http://json-schema.org/draft-07/schema#\"}");
        assertThat(ONE_OF.paramsSchema().toJsonSchema().at("/properties/words").toString())
                .isEqualTo("{\"type\":\"array\",\"items\":{\"type\":\"string\"},\"description\":\"The words\"}");
        assertThat(RuleParams.create().toJsonSchema().toString())
                .isEqualTo("{\"type\":\"object\",\"properties\":{},\"additionalProperties\":false,"
                        + "\"$schema\":\"http://json-schema.org/draft-07/schema#\"}");
    }

    @Test
    void ignoresParametersItDoesNotKnow() {
        assertThat(STARTS_WITH.apply("tree", json("{\"prefix\":\"tr\",\"extra\":1}")))
                .isTrue();
    }

    @Test
    void saysWhatIsWrongWithParametersAsTheReferenceDoes() {
        assertThatThrownBy(() -> STARTS_WITH.apply("tree", json("{}")))
                .isInstanceOf(InputException.class)
                .hasMessage("""
                        Parameters to rule are invalid; caused by [
                          {
                            "code": "invalid_type",
                            "expected": "string",
                            "received": "undefined",
                            "path": [
                              "prefix"
                            ],
                            "message": "Required"
                          }
                        ]""");
        assertThatThrownBy(() -> ONE_OF.toQuery(json("{\"words\":[\"a\",1]}")))
                .hasMessageContaining("\"path\": [\n      \"words\",\n      1\n    ],")
                .hasMessageContaining("\"message\": \"Expected string, received number\"");
        assertThatThrownBy(() -> ONE_OF.toQuery(json("{\"words\":null}")))
                .hasMessageContaining("\"message\": \"Expected array, received null\"");
        assertThatThrownBy(() -> ONE_OF.toQuery(Optional.empty()))
                .hasMessageContaining("\"path\": [],\n    \"message\": \"Required\"");
    }

    @Test
    void decidesOnResources() {
        var authorizer = ConditionAuthorizer.of(RULES);
        var criteria = new AllOf<>(List.of(startsWith("t"), new Not<>(oneOf("tree"))));
        var decision = WORD.conditionalDecision(criteria);
        assertThat(authorizer.isAllowed(decision, "table")).isTrue();
        assertThat(authorizer.isAllowed(decision, "tree")).isFalse();
        assertThat(authorizer.isAllowed(decision, "chair")).isFalse();
        assertThat(authorizer.isAllowed(WORD.conditionalDecision(new Not<>(oneOf("a"))), null))
                .isFalse();
        assertThat(authorizer.isAllowed(DefinitivePolicyDecision.ALLOW, null)).isTrue();
        assertThat(authorizer.isAllowed(DefinitivePolicyDecision.DENY, "tree")).isFalse();
    }

    @Test
    void turnsConditionsIntoQueries() {
        var criteria = new AnyOf<>(List.of(startsWith("t"), new Not<>(oneOf("tree"))));
        assertThat(ConditionTransformer.of(RULES).transform(criteria))
                .isEqualTo(new AnyOf<>(List.of(
                        new PermissionCriteria.Condition<>("like t"),
                        new Not<>(new PermissionCriteria.Condition<>("in [tree]")))));
    }

    @Test
    void refusesRulesThatDoNotExist() {
        var other = new PermissionCriteria.Condition<>(new PermissionCondition("OTHER", "word", Optional.empty()));
        assertThatThrownBy(() -> ConditionTransformer.of(RULES).transform(other))
                .hasMessage("Unexpected permission rule: OTHER");
    }

    private static PermissionCriteria<PermissionCondition> startsWith(String prefix) {
        return STARTS_WITH.condition(JsonMapper.shared().createObjectNode().put("prefix", prefix));
    }

    private static PermissionCriteria<PermissionCondition> oneOf(String word) {
        var params = JsonMapper.shared().createObjectNode();
        params.putArray("words").add(word);
        return ONE_OF.condition(params);
    }

    private static Optional<ObjectNode> json(String text) {
        return Optional.of(JsonMapper.shared().readTree(text).asObject());
    }
}
