// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.backend.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class EntityIdsTest {
    @Test
    void idsAreUuidsInTheOrderOfTheirMaking() {
        var ids = Stream.generate(EntityIds::next).limit(10_000).toList();

        assertThat(ids).isSorted().doesNotHaveDuplicates();
        assertThat(ids)
                .allSatisfy(id -> assertThat(UUID.fromString(id).version()).isEqualTo(7));
    }
}
