// SPDX-License-Identifier: Apache-2.0
package dev.understudy.integration;

import static org.assertj.core.api.SoftAssertions.assertSoftly;

import dev.understudy.types.GlobPattern;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The patterns in URLs of searches match what the reference's matcher matches. */
final class GlobConformanceTest {
    /** What no URL of a file has: comments, negation, extended patterns, ranges and classes by name. */
    private static final Set<String> LEFT_OUT = Set.of();

    @Test
    void patternsMatchAsTheReferencesDo() {
        assertSoftly(softly -> {
            for (var row : ReferenceAnswers.rows(ReferenceAnswers.read("globs.json"))) {
                var text = row.get("pattern").asString();
                if (LEFT_OUT.contains(text)) {
                    continue;
                }
                var pattern = GlobPattern.of(text);
                for (var path : row.get("matches")) {
                    softly.assertThat(pattern.matches(path.asString()))
                            .as("'%s' matches '%s'", text, path.asString())
                            .isTrue();
                }
                for (var path : row.get("others")) {
                    softly.assertThat(pattern.matches(path.asString()))
                            .as("'%s' matches '%s'", text, path.asString())
                            .isFalse();
                }
            }
        });
    }
}
