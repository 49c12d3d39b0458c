// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.backend.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class JsonTextTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "nonsense | Unexpected token 'o', \"nonsense\" is not valid JSON",
                "tru | Unexpected end of JSON input",
                "{ | Expected property name or '}' in JSON at position 1 (line 1 column 2)",
                "{\"a\" | Expected ':' after property name in JSON at position 4 (line 1 column 5)",
                "{\"a\":1 | Expected ',' or '}' after property value in JSON at position 6 (line 1 column 7)",
                "{\"a\":1, | Expected double-quoted property name in JSON at position 7 (line 1 column 8)",
                "[1 | Expected ',' or ']' after array element in JSON at position 2 (line 1 column 3)",
                "[1, | Unexpected end of JSON input",
                "[] x | Unexpected non-whitespace character after JSON at position 3 (line 1 column 4)",
                "\"a | Unterminated string in JSON at position 2 (line 1 column 3)",
                "\"\\x\" | Bad escaped character in JSON at position 2 (line 1 column 3)",
                "\"\\u12x4\" | Bad Unicode escape in JSON at position 5 (line 1 column 6)",
                "01 | Unexpected number in JSON at position 1 (line 1 column 2)",
                "- | No number after minus sign in JSON at position 1 (line 1 column 2)",
                "1. | Unterminated fractional number in JSON at position 2 (line 1 column 3)",
                "1e | Exponent part is missing a number in JSON at position 2 (line 1 column 3)",
                "[1, 2, 3, 4, 5, 6, 7, x] | Unexpected token 'x', ...\" 5, 6, 7, x]\" is not valid JSON",
            })
    void refusesInTheWordsOfV8(String text, String message) {
        assertThatThrownBy(() -> JsonText.parse(text))
                .isInstanceOf(JsonText.SyntaxException.class)
                .hasMessage(message);
    }

    @Test
    void refusesEmptyText() {
        assertThatThrownBy(() -> JsonText.parse("")).hasMessage("Unexpected end of JSON input");
    }

    @Test
    void refusesWhatIsNestedTooDeeplyToBeRead() {
        assertThatThrownBy(() -> JsonText.parse("[".repeat(100_000) + "]".repeat(100_000)))
                .isInstanceOf(JsonText.SyntaxException.class);
    }

    @Test
    void readsTheBase64ThatNodeReads() {
        assertThat(JsonText.parseBase64("eyJhIjoi-_8ifQ").get("a").stringValue())
                .isNotEmpty();
        assertThat(JsonText.parseBase64(" W 1 0 = rest").isArray()).isTrue();
        assertThatThrownBy(() -> JsonText.parseBase64("%%%")).hasMessage("Unexpected end of JSON input");
    }
}
