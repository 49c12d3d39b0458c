// SPDX-License-Identifier: Apache-2.0
package dev.understudy.integration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class UriComponentsTest {
    @Test
    void encodesAllButUnreservedCharacters() {
        assertThat(UriComponents.encode("a/b c~!*'()-_.ä%")).isEqualTo("a%2Fb%20c~!*'()-_.%C3%A4%25");
        assertThat(UriComponents.decode("a%2Fb+c%C3%A4")).isEqualTo("a/b+cä");
    }

    @ParameterizedTest
    @ValueSource(strings = {"%", "%4", "%zz", "%C3", "%FF"})
    void refusesBrokenEscapes(String text) {
        assertThatThrownBy(() -> UriComponents.decode(text)).hasMessage("URI malformed");
    }
}
