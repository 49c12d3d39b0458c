// SPDX-License-Identifier: Apache-2.0
package dev.understudy.types;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class JavaScriptTextTest {
    @Test
    void trimsWhatJavaScriptTrims() {
        assertThat(JavaScriptText.trim(" \t\n\u000b\u00a0\ufeff\u2003\u2028a b\u3000\r "))
                .isEqualTo("a b");
        assertThat(JavaScriptText.trim("\u001c\u200ba\u0085")).isEqualTo("\u001c\u200ba\u0085");
        assertThat(JavaScriptText.trim("  ")).isEmpty();
    }
}
