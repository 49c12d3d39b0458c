// SPDX-License-Identifier: Apache-2.0
package dev.understudy.errors;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class BackendExceptionTest {
    @Test
    void messageTellsTheWholeChain() {
        var inner = new ConflictException("taken", new IllegalStateException("disk full"));
        assertThat(new InputException("Cannot store 'x'", inner))
                .hasMessage("Cannot store 'x'; caused by ConflictError: taken; caused by Error: disk full")
                .hasCause(inner);
    }

    @Test
    void forwardingKeepsTheNameOfTheCause() {
        assertThat(new ForwardedException("while reading", new NotFoundException("gone")).name())
                .isEqualTo("NotFoundError");
        assertThat(new ForwardedException("while reading", new IllegalStateException("odd")).name())
                .isEqualTo("Error");
    }

    @Test
    void describesFailuresWithoutAMessageByTheirKind() {
        assertThat(ErrorNames.describe(new NotAllowedException(null))).isEqualTo("NotAllowedError");
        assertThat(ErrorNames.describe(new IllegalStateException((String) null)))
                .isEqualTo("Error: IllegalStateException");
    }
}
