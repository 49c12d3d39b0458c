// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.model;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.JsonNodeFactory;

/** The evaluator beyond the built-in kinds, with the answers that the reference gives. */
final class SchemaConformanceTest {
    @Test
    void answersAsTheReferenceForEveryCase() {
        var softly = new SoftAssertions();
        ReferenceAnswers.rows(ReferenceAnswers.read("schemas.json").get("cases"))
                .forEach(row -> {
                    var schema = SampleSchemas.ALL.get(row.get("schema").stringValue());
                    var validator = EntityKindValidator.of(requireNonNull(schema));
                    var actual =
                            ReferenceAnswers.outcome(() -> validator.check(row.get("value")) ? "valid" : "not mine");
                    softly.assertThat(actual)
                            .as("%s", row)
                            .isEqualTo(row.get("result").stringValue());
                });
        softly.assertAll();
    }

    @Test
    void keepsOneOfAMillionErrors() {
        var tags = JsonNodeFactory.instance.arrayNode();
        for (var count = 0; count < 1_000_000; count++) {
            tags.add("");
        }
        var entity =
                JsonNodeFactory.instance.objectNode().put("apiVersion", "a").put("kind", "b");
        entity.putObject("metadata").put("name", "c").set("tags", tags);
        var result = EntitySchemas.ENTITY.evaluate(entity);
        assertThat(result.firstError().orElseThrow().text())
                .isEqualTo("/metadata/tags/0 must NOT have fewer than 1 characters - limit: 1");
        assertThat(result.fieldErrors()).isEmpty();
    }
}
