// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.common;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.catalog.common.LocationSpec.Presence;
import dev.understudy.catalog.model.LocationRef;
import org.junit.jupiter.api.Test;

final class LocationSpecTest {
    @Test
    void saysNothingOfItsPresenceUnlessTold() {
        var location = LocationSpec.of(LocationRef.parse("url:a"));
        assertThat(location).isEqualTo(new LocationSpec("url", "a"));
        assertThat(location.presence()).isEmpty();
        assertThat(location.stringify()).isEqualTo("url:a");
        assertThat(Presence.OPTIONAL.text()).isEqualTo("optional");
    }
}
