// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What the built-in kinds do to an entity, with the answers that the reference gives. */
final class RelationConformanceTest {
    private static final JsonNode ANSWERS = ReferenceAnswers.read("relations.json");

    @Test
    void emitsRelationsInBothDirectionsAndInOrder() {
        var softly = new SoftAssertions();
        ReferenceAnswers.rows(ANSWERS.get("related")).forEach(row -> {
            var entity = new Entity((ObjectNode) row.get("entity"));
            var actual = ReferenceAnswers.outcome(() -> write(BuiltinKinds.relations(entity)));
            softly.assertThat(actual).as("%s", row.get("entity")).isEqualTo(expected(row));
        });
        softly.assertAll();
    }

    @Test
    void sortsListsOfReferencesAndLeavesTheOriginalAlone() {
        ReferenceAnswers.rows(ANSWERS.get("sorted")).forEach(row -> {
            var entity = new Entity((ObjectNode) row.get("entity"));
            var before = entity.json().toString();
            assertThat(BuiltinKinds.sortReferences(entity).json())
                    .hasToString(row.get("result").toString());
            assertThat(entity.json()).hasToString(before);
        });
    }

    private static String expected(JsonNode row) {
        return row.has("failure")
                ? row.get("failure").stringValue()
                : row.get("emitted").toString();
    }

    private static String write(List<EntityRelationSpec> relations) {
        var rows = JsonNodeFactory.instance.arrayNode();
        relations.forEach(relation -> rows.addArray()
                .add(write(relation.source()))
                .add(relation.type())
                .add(write(relation.target())));
        return rows.toString();
    }

    private static String write(EntityRef ref) {
        return ref.kind() + ":" + ref.namespace() + "/" + ref.name();
    }
}
