// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.common;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.permission.common.Permission;
import java.io.InputStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;

final class CatalogPermissionsTest {
    @Test
    void areThoseOfTheReference() throws Exception {
        try (InputStream in = requireNonNull(getClass().getResourceAsStream("permissions.json"))) {
            var expected = JsonMapper.shared().readTree(in);
            var actual = JsonNodeFactory.instance.arrayNode();
            CatalogPermissions.ALL.stream().map(Permission::toJson).forEach(actual::add);
            assertThat(actual).hasToString(expected.toString());
        }
    }
}
