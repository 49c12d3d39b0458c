// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.common;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

final class LocationSpecTest {
    @Test
    void isRequiredUnlessSaidOtherwise() {
        assertThat(LocationSpec.of("url", "a").isOptional()).isFalse();
        assertThat(new LocationSpec("url", "a", Optional.of(LocationPresence.OPTIONAL)).isOptional())
                .isTrue();
        assertThat(LocationSpec.of("url", "a").ref().stringify()).isEqualTo("url:a");
        assertThat(LocationPresence.OPTIONAL.wireName()).isEqualTo("optional");
    }
}
