// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.model;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.assertj.core.api.SoftAssertions;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Every kind, field and wrong type, with the answer that the reference gives. */
final class ValidationConformanceTest {
    private static final JsonNode ANSWERS = ReferenceAnswers.read("validation.json");

    private static final Map<String, EntityPolicy> POLICIES = Map.of(
            "schemaValid", new SchemaValidEntityPolicy(),
            "noForeignRootFields", new NoForeignRootFieldsEntityPolicy(),
            "fieldFormat", new FieldFormatEntityPolicy(),
            "defaultNamespace", new DefaultNamespaceEntityPolicy());

    @Test
    void answersAsTheReferenceForEveryCase() {
        var softly = new SoftAssertions();
        ReferenceAnswers.rows(ANSWERS.get("cases")).forEach(row -> {
            var actual = ReferenceAnswers.outcome(() -> answer(row.get("check").stringValue(), entity(row)));
            softly.assertThat(actual).as("%s", row).isEqualTo(row.get("result").stringValue());
        });
        softly.assertAll();
    }

    @Test
    void askingTheEntitysOwnKindOnlyIsAskingThemAll() {
        var kinds = List.of("API", "Component", "Resource", "Group", "Location", "User", "System", "Domain");
        var softly = new SoftAssertions();
        ReferenceAnswers.rows(ANSWERS.get("cases"))
                .map(ValidationConformanceTest::entity)
                .forEach(value -> {
                    if (value instanceof ObjectNode json) {
                        var all = ReferenceAnswers.outcome(() -> ""
                                + kinds.stream()
                                        .anyMatch(kind -> kindValidator(kind).check(json)));
                        var own = ReferenceAnswers.outcome(() -> "" + BuiltinKinds.validate(new Entity(json)));
                        softly.assertThat(own).as("%s", json).isEqualTo(all);
                    }
                });
        softly.assertAll();
    }

    @Test
    void theCorpusIsLarge() {
        assertThat(ANSWERS.get("cases").size()).isGreaterThan(2_500);
    }

    private static String answer(String check, JsonNode value) {
        var policy = POLICIES.get(check);
        if (policy != null) {
            return enforce(policy, value);
        }
        return switch (check) {
            case "envelope" -> check(EntitySchemaValidator.ENVELOPE, value);
            case "entity" -> check(EntitySchemaValidator.ENTITY, value);
            default -> kindValidator(check).check(value) ? "valid" : "not mine";
        };
    }

    private static EntityKindValidator kindValidator(String kind) {
        return BuiltinKinds.validator(kind).orElseThrow();
    }

    private static String check(EntitySchemaValidator validator, JsonNode value) {
        validator.check(value);
        return "valid";
    }

    private static String enforce(EntityPolicy policy, JsonNode value) {
        if (!(value instanceof ObjectNode json)) {
            return "Error: Malformed envelope, <root> must be object";
        }
        var before = json.toString();
        var after = policy.enforce(new Entity(json)).orElseThrow().json().toString();
        assertThat(json).hasToString(before);
        return after.equals(before) ? "valid" : after;
    }

    private static JsonNode entity(JsonNode row) {
        var base = (ObjectNode)
                ANSWERS.get("bases").get(row.get("base").stringValue()).deepCopy();
        return change(base, (ArrayNode) row.get("at"), row.get("value"));
    }

    private static JsonNode change(ObjectNode base, ArrayNode path, @Nullable JsonNode value) {
        if (path.isEmpty()) {
            return requireNonNull(value);
        }
        var parent = base;
        for (var index = 0; index < path.size() - 1; index++) {
            parent = (ObjectNode) parent.get(path.get(index).stringValue());
        }
        var last = path.get(path.size() - 1).stringValue();
        if (value != null) {
            parent.set(last, value);
        } else {
            parent.remove(last);
        }
        return base;
    }
}
