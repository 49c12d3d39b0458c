// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.defaults.actionsregistry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.types.Json;
import dev.understudy.types.schema.SchemaException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** What zod 3 has said of values, recorded with the JSON schema that zod-to-json-schema makes of its schema. */
final class ZodSchemasTest {
    private static JsonNode recorded() throws IOException {
        try (var file = ZodSchemasTest.class.getResourceAsStream("/zod/values.json")) {
            return Json.mapper().readTree(file);
        }
    }

    static List<JsonNode> cases() throws IOException {
        var cases = new ArrayList<JsonNode>();
        recorded().path("cases").forEach(cases::add);
        return cases;
    }

    @ParameterizedTest
    @MethodSource("cases")
    void saysWhatZodSays(JsonNode recording) throws IOException {
        assertThat(refusal(recording.path("value")))
                .isEqualTo(recording.path("message").stringValue());
    }

    @Test
    void missesAWholeValue() throws IOException {
        assertThat(refusal(Json.mapper().missingNode())).isEqualTo("""
                        [
                          {
                            "code": "invalid_type",
                            "expected": "object",
                            "received": "undefined",
                            "path": [],
                            "message": "Required"
                          }
                        ]""");
    }

    private static String refusal(JsonNode value) throws IOException {
        var issues = ZodSchemas.of(recorded().path("schema")).issues(value);
        return issues.isEmpty() ? "" : String.valueOf(new SchemaException(issues).getMessage());
    }
}
