// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.defaults.rootsystemmetadata;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.backend.plugin.api.service.RootInstanceMetadataService;
import dev.understudy.backend.plugin.api.service.RootInstanceMetadataService.InstalledPlugin;
import dev.understudy.backend.plugin.api.service.RootSystemMetadataService;
import dev.understudy.config.ConfigSubscription;
import dev.understudy.config.loader.ConfigSource;
import dev.understudy.config.loader.LiveConfig;
import dev.understudy.config.loader.SourcedConfig;
import dev.understudy.config.loader.StaticConfigSource;
import dev.understudy.types.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

final class DefaultRootSystemMetadataTest {
    private static final RootInstanceMetadataService HERE =
            () -> List.of(new InstalledPlugin("catalog", List.of()), new InstalledPlugin("search", List.of()));

    /** Changes when told to. */
    private static final class ChangingSource implements ConfigSource {
        private final List<Consumer<List<SourcedConfig>>> listeners = new ArrayList<>();
        private List<SourcedConfig> current;

        private ChangingSource(String config) {
            this.current = parse(config);
        }

        @Override
        public List<SourcedConfig> read() {
            return current;
        }

        @Override
        public ConfigSubscription watch(Consumer<List<SourcedConfig>> onChange) {
            listeners.add(onChange);
            return () -> listeners.remove(onChange);
        }

        private void change(String config) {
            current = parse(config);
            listeners.forEach(listener -> listener.accept(current));
        }

        private static List<SourcedConfig> parse(String config) {
            return StaticConfigSource.create(Json.parse(config)).read();
        }
    }

    @Test
    void listsPluginsElsewhereOnceAndThenThoseHereAndFollowsConfiguration() {
        var source = new ChangingSource("""
                {"discovery": {"endpoints": [
                  {"target": "http://one", "plugins": ["scaffolder", "search"]},
                  {"target": {"internal": "http://two"}, "plugins": ["scaffolder", "techdocs"]}]}}""");
        try (var config = LiveConfig.load(source)) {
            var metadata = DefaultRootSystemMetadata.create(config, HERE);
            assertThat(idsOf(metadata)).containsExactly("scaffolder", "search", "techdocs", "catalog", "search");
            source.change("{\"discovery\": {\"endpoints\": [{\"target\": \"http://one\", \"plugins\": [\"todo\"]}]}}");
            assertThat(idsOf(metadata)).containsExactly("todo", "catalog", "search");
        }
    }

    private static List<String> idsOf(RootSystemMetadataService metadata) {
        return metadata.installedPlugins().stream()
                .map(RootSystemMetadataService.InstalledPlugin::pluginId)
                .toList();
    }
}
