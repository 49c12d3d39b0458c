// SPDX-License-Identifier: Apache-2.0
package dev.understudy.types;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class JsonSyntaxTest {
    // each line is a text, well-formed or not, and what Node 22 says about it
    @Test
    void saysWhatNodeSays() throws Exception {
        try (var recorded = requireNonNull(JsonSyntaxTest.class.getResourceAsStream("v8-json-messages.jsonl"))) {
            var lines = new String(recorded.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();

            assertThat(lines).hasSizeGreaterThan(500).allSatisfy(line -> {
                var example = Json.mapper().readTree(line);
                assertThat(JsonSyntax.mistakeIn(example.path("text").asString()))
                        .as(line)
                        .isEqualTo(Optional.ofNullable(example.path("message").asString(null)));
            });
        }
    }

    @Test
    void standsVeryDeepNesting() {
        assertThat(JsonSyntax.mistakeIn("[".repeat(1_000_000))).hasValue("Unexpected end of JSON input");
        assertThat(JsonSyntax.mistakeIn("{\"a\":".repeat(100_000))).hasValue("Unexpected end of JSON input");
    }
}
