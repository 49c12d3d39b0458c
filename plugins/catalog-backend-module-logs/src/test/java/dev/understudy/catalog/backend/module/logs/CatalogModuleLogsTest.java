// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.backend.module.logs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.understudy.backend.test.utils.TestBackend;
import dev.understudy.catalog.backend.CatalogPlugin;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class CatalogModuleLogsTest {
    private static final String TARGET = "https://example.com/none.yaml";

    @Test
    void warnsOfEachErrorWithTheEntityAndItsLocation() {
        var locations = List.of(Map.of("type", "url", "target", TARGET));
        try (var backend = TestBackend.with(Map.of("catalog", Map.of("locations", locations)))
                .add(CatalogPlugin::feature)
                .add(CatalogModuleLogs::feature)
                .start()) {
            var warning = await().until(
                            () -> backend.logger().entries().stream()
                                    .filter(entry -> entry.level().equals("warn"))
                                    .toList(),
                            lines -> !lines.isEmpty())
                    .getFirst();
            assertThat(warning.message()).isEqualTo("Unable to read url, no matching files found for " + TARGET);
            assertThat(warning.fields())
                    .containsEntry("location", "url:" + TARGET)
                    .containsEntry("plugin", "catalog")
                    .hasEntrySatisfying(
                            "entity", ref -> assertThat(ref).asString().startsWith("location:default/generated-"));
        }
    }
}
