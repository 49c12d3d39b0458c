// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.model;

import java.util.Optional;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Entity and location references, with the answers that the reference gives. */
final class ReferenceConformanceTest {
    private static final JsonNode ANSWERS = ReferenceAnswers.read("references.json");

    @Test
    void parsesAndStringifiesEntityReferences() {
        var softly = new SoftAssertions();
        ReferenceAnswers.rows(ANSWERS.get("parsed")).forEach(row -> {
            var actual = ReferenceAnswers.outcome(() -> {
                var ref = EntityRef.parse(row.get("ref"), context(row.get("context")));
                return array(ref.kind(), ref.namespace(), ref.name(), ref.stringify());
            });
            softly.assertThat(actual).as("%s", row).isEqualTo(expected(row));
        });
        softly.assertAll();
    }

    @Test
    void parsesLocationReferences() {
        var softly = new SoftAssertions();
        ReferenceAnswers.rows(ANSWERS.get("located")).forEach(row -> {
            var actual = ReferenceAnswers.outcome(() -> {
                var ref = LocationRef.parse(row.get("ref").stringValue());
                return array(ref.type(), ref.target());
            });
            softly.assertThat(actual).as("%s", row).isEqualTo(expected(row));
        });
        softly.assertAll();
    }

    @Test
    void stringifiesLocationReferences() {
        var softly = new SoftAssertions();
        ReferenceAnswers.rows(ANSWERS.get("joined")).forEach(row -> {
            var ref = new LocationRef(
                    row.get("type").stringValue(), row.get("target").stringValue());
            softly.assertThat(ReferenceAnswers.outcome(ref::stringify))
                    .as("%s", row)
                    .isEqualTo(expected(row));
        });
        softly.assertAll();
    }

    private static EntityRefContext context(JsonNode context) {
        return new EntityRefContext(
                Optional.ofNullable(context.get("defaultKind")).map(JsonNode::stringValue),
                context.path("defaultNamespace").stringValue(""));
    }

    private static String expected(JsonNode row) {
        var result = row.get("result");
        return result.isString() ? result.stringValue() : result.toString();
    }

    private static String array(String... texts) {
        return JsonMapper.shared().valueToTree(texts).toString();
    }
}
