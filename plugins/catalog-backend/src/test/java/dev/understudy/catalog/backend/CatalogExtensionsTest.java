// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.backend;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.understudy.backend.plugin.api.ModuleContext;
import dev.understudy.catalog.common.AnalyzeLocationResponse;
import dev.understudy.catalog.node.EntityYaml;
import dev.understudy.types.Json;
import java.util.List;
import org.junit.jupiter.api.Test;

final class CatalogExtensionsTest {
    private final CatalogExtensions extensions = new CatalogExtensions();

    @Test
    void refuseASecondPlaceholderResolverOfAKey() {
        var processing = extensions.processing(new QuietModule());
        processing.addPlaceholderResolver("openapi", _ -> Json.mapper().nullNode());
        assertThatThrownBy(() -> processing.addPlaceholderResolver(
                        "openapi", _ -> Json.mapper().nullNode()))
                .hasMessage("A placeholder resolver for 'openapi' has already been set up, please check your config.");
    }

    @Test
    void refuseASecondLocationAnalyzer() {
        extensions.setLocationAnalyzer((_, _) -> new AnalyzeLocationResponse(List.of(), List.of()));
        assertThatThrownBy(() -> extensions.setLocationAnalyzerFactory(
                        _ -> (_, _) -> new AnalyzeLocationResponse(List.of(), List.of())))
                .hasMessage("LocationAnalyzer has already been set");
    }

    @Test
    void refuseASecondParser() {
        extensions.setEntityDataParser(EntityYaml::parse);
        assertThatThrownBy(() -> extensions.setEntityDataParser(EntityYaml::parse))
                .hasMessage("Attempted to install second EntityDataParser. Only one can be set.");
    }

    private record QuietModule() implements ModuleContext {
        @Override
        public String moduleId() {
            return "test";
        }

        @Override
        public void reportStartupFailure(Exception failure) {
            throw new IllegalStateException(failure);
        }
    }
}
