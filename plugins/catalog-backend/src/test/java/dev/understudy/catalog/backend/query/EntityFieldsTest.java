// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.backend.query;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

final class EntityFieldsTest {
    @Test
    void writesNumbersAndTextsAsTheyWereStored() {
        var spec = "{\"spec\":{\"n\":[9007199254740992,1e+21,1e-7,123456789.12345679,0.1,-1],\"t\":\"\\u001b\"}}";

        var selected = EntityFields.parse(List.of("spec")).orElseThrow().select(spec.getBytes(UTF_8));

        assertThat(new String(selected, UTF_8)).isEqualTo(spec);
    }
}
