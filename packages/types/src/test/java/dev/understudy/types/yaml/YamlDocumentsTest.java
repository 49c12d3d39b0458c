// SPDX-License-Identifier: Apache-2.0
package dev.understudy.types.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.types.Json;
import org.junit.jupiter.api.Test;

final class YamlDocumentsTest {
    @Test
    void letsControlCharactersPass() {
        var text = "a\u0001: \"x\u0092y\"\nb: |\n  one\u001btwo\nc: \udbfe\udc41";

        var document = (YamlDocument.Content) YamlDocuments.of(text).iterator().next();

        assertThat(document.value())
                .isEqualTo(Json.parse("{\"a\\u0001\":\"x\u0092y\",\"b\":\"one\\u001btwo\\n\",\"c\":\"\udbfe\udc41\"}"));
    }

    @Test
    void tellsWhereASecondDocumentIs() {
        assertThat(YamlDocuments.of("a: 1\n---\nb: 2").describeSecond("Too many"))
                .isEqualTo("Too many at line 2, column 1:\n\na: 1\n---\n^\n");
    }
}
