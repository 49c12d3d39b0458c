// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.understudy.catalog.model.schema.JsonSchemaDocument;
import dev.understudy.catalog.model.schema.SchemaError;
import dev.understudy.errors.InputException;
import dev.understudy.types.Json;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The keywords of JSON Schema, with the answers that the reference's validator of models gives. */
final class KeywordConformanceTest {
    @Test
    void answersAsTheReferenceForEveryCase() {
        var softly = new SoftAssertions();
        var cases =
                Json.parse(ReferenceAnswers.read("keywords.json").toString()).get("cases");
        ReferenceAnswers.rows(cases)
                .filter(row -> row.get("result").isArray())
                .forEach(row -> softly.assertThat(errors(row))
                        .as("%s", row)
                        .isEqualTo(row.get("result").toString()));
        softly.assertAll();
    }

    private static String errors(JsonNode row) {
        var errors = Json.mapper().createArrayNode();
        JsonSchemaDocument.read(row.get("schema")).errors(row.get("value")).stream()
                .map(SchemaError::text)
                .forEach(errors::add);
        return errors.toString();
    }

    @Test
    void refusesWhatTheReferenceFailsAt() {
        var cases = ReferenceAnswers.read("keywords.json").get("cases");
        ReferenceAnswers.rows(cases)
                .filter(row -> row.get("result").isString())
                .forEach(row -> assertThatThrownBy(() -> JsonSchemaDocument.read(row.get("schema")))
                        .as("%s", row)
                        .isInstanceOf(InputException.class));
    }

    @Test
    void givesUpOnReferencesInACircle() {
        var schema = JsonSchemaDocument.read(Json.parse("""
                {"definitions": {"a": {"allOf": [{"$ref": "#/definitions/a"}]}}, "allOf": [{"$ref": "#/definitions/a"}]}"""));
        assertThatThrownBy(() -> schema.errors(Json.parse("1"))).hasMessage("The schema refers to itself without end");
    }

    @Test
    void knowsReferencesIntoThemselves() {
        var schema = JsonSchemaDocument.read(Json.parse("""
                {"definitions": {"a": {"properties": {"next": {"$ref": "#/definitions/a"}}, "maxProperties": 1}},
                 "allOf": [{"$ref": "#/definitions/a"}]}"""));
        assertThat(schema.errors(Json.parse("{\"next\": {\"next\": {\"a\": 1, \"b\": 2}}}")))
                .extracting(SchemaError::text)
                .containsExactly("/next/next must NOT have more than 1 properties - limit: 1");
    }
}
