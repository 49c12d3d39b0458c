// SPDX-License-Identifier: Apache-2.0
package dev.understudy.integration;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.understudy.errors.ErrorNames;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

final class GitUrlTest {
    @Test
    void takesUrlsApartAsTheReferenceDoes() {
        SoftAssertions.assertSoftly(softly -> {
            for (var row : ReferenceAnswers.rows(ReferenceAnswers.read("git-urls.json"))) {
                var url = row.get("url").asString();
                if (row.has("error")) {
                    // JavaScript has a type of its own for malformed escapes
                    var expected = row.get("error").asString().replace("URIError", "Error");
                    softly.assertThat(ReferenceAnswers.outcome(
                                    () -> GitUrl.parse(url).toString()))
                            .as(url)
                            .isEqualTo(expected);
                } else {
                    softly.assertThat(outcome(url)).as(url).isEqualTo(expected(row.get("value")));
                }
            }
        });
    }

    private static String outcome(String text) {
        try {
            return GitUrl.parse(text).toString();
        } catch (RuntimeException failure) {
            return ErrorNames.describe(failure);
        }
    }

    private static String expected(JsonNode value) {
        return new GitUrl(
                        text(value, "protocol"),
                        text(value, "resource"),
                        text(value, "owner"),
                        text(value, "name"),
                        text(value, "full_name"),
                        text(value, "ref"),
                        text(value, "filepath"),
                        text(value, "filepathtype"),
                        text(value, "href"))
                .toString();
    }

    private static String text(JsonNode value, String field) {
        return value.get(field).isNull() ? "" : value.get(field).asString();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://github.com/o/r/blob/main/..%2fx",
                "https://github.com/o/r/blob/main/%252e%252e%252fx",
                "https://github.com/o/r/blob/main/%25252e%25252e/x",
                "https://github.com/o/r/blob/main/a%2f.%2fb",
                "https://dev.azure.com/o/p/_git/r?path=%2F..%2Fx"
            })
    void refusesPathsThatClimbHoweverOftenEscaped(String url) {
        assertThatThrownBy(() -> GitUrl.parseSafe(url))
                .hasMessage("Invalid SCM URL: path traversal is not allowed in the URL");
    }
}
