// SPDX-License-Identifier: Apache-2.0
package dev.understudy.integration;

import static org.assertj.core.api.SoftAssertions.assertSoftly;

import dev.understudy.types.GlobPattern;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The patterns in URLs of searches match what the reference's matcher matches. */
final class GlobConformanceTest {
    /** Not taken over, since it is of no use in URLs of files: negation, comments, extended patterns, ranges, classes by name, climbing. */
    private static final Set<String> LEFT_OUT = Set.of(
            "!*.yaml",
            "#a",
            "+(a|b).yaml",
            "@(a|b).yaml",
            "!(a).yaml",
            "?(a).yaml",
            "{1..3}.yaml",
            "a/../b",
            "a//b",
            "[[:alpha:]].yaml",
            "\\*.yaml",
            "*(a|b)/c.yaml");

    @Test
    void patternsMatchAsTheReferencesDo() {
        assertSoftly(softly -> {
            for (var row : ReferenceAnswers.rows(ReferenceAnswers.read("globs.json"))) {
                var text = row.get("pattern").asString();
                if (LEFT_OUT.contains(text)) {
                    continue;
                }
                var pattern = GlobPattern.of(text);
                for (var path : paths(row.get("matches"))) {
                    softly.assertThat(pattern.matches(path))
                            .as("'%s' matches '%s'", text, path)
                            .isTrue();
                }
                for (var path : paths(row.get("others"))) {
                    softly.assertThat(pattern.matches(path))
                            .as("'%s' does not match '%s'", text, path)
                            .isFalse();
                }
            }
        });
    }

    /** Files have a name, and so have their folders. */
    private static List<String> paths(JsonNode list) {
        return list.valueStream()
                .map(JsonNode::asString)
                .filter(path -> !path.isEmpty() && !path.endsWith("/") && !path.contains("//"))
                .toList();
    }
}
