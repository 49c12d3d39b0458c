// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.plugin.api;

import static dev.understudy.backend.plugin.api.BackendWiring.createBackendFeatureLoader;
import static dev.understudy.backend.plugin.api.BackendWiring.createBackendModule;
import static dev.understudy.backend.plugin.api.BackendWiring.createBackendPlugin;
import static dev.understudy.backend.plugin.api.BackendWiring.createExtensionPoint;
import static dev.understudy.backend.plugin.api.BackendWiring.createMultitonServiceFactory;
import static dev.understudy.backend.plugin.api.BackendWiring.createMultitonServiceRef;
import static dev.understudy.backend.plugin.api.BackendWiring.createRootMultitonServiceRef;
import static dev.understudy.backend.plugin.api.BackendWiring.createRootServiceRef;
import static dev.understudy.backend.plugin.api.BackendWiring.createServiceFactory;
import static dev.understudy.backend.plugin.api.BackendWiring.createServiceRef;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class BackendWiringTest {
    @ParameterizedTest
    @ValueSource(strings = {"catalog", "a", "Catalog", "user-settings", "k8s", "old_style"})
    void acceptsIds(String id) {
        assertThat(createBackendPlugin(id, _ -> {})).isInstanceOf(BackendFeature.class);
        assertThat(createBackendModule("catalog", id, _ -> {})).isInstanceOf(BackendFeature.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1a", "-a", "a-", "a--b", "a b", "a/b", "a\n", "ä"})
    void rejectsOtherIds(String id) {
        var rule = "must match the pattern /^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/i"
                + " (letters, digits, and dashes only, starting with a letter)";
        assertThatThrownBy(() -> createBackendPlugin(id, _ -> {})).hasMessage("Invalid pluginId '" + id + "', " + rule);
        assertThatThrownBy(() -> createBackendModule("catalog", id, _ -> {}))
                .hasMessage("Invalid moduleId '" + id + "' for plugin 'catalog', " + rule);
    }

    @Test
    void namesReferencesInMessages() {
        assertThat(createServiceRef("core.logger", String.class)).hasToString("serviceRef{core.logger}");
        assertThat(createRootServiceRef("core.rootLogger", String.class)).hasToString("serviceRef{core.rootLogger}");
        assertThat(createExtensionPoint("events", String.class)).hasToString("extensionPoint{events}");
    }

    @Test
    void describesReferences() {
        var plain = createServiceRef("a", String.class);
        assertThat(plain.multiton()).isFalse();
        assertThat(plain.hasDefaultFactory()).isFalse();
        assertThat(plain.withDefaultFactory(_ -> () -> "x").hasDefaultFactory()).isTrue();
        assertThat(createRootMultitonServiceRef("b", String.class).multiton()).isTrue();
        assertThat(createMultitonServiceRef("c", String.class).type()).isEqualTo(String.class);
    }

    @Test
    void rejectsTheVerbForTheOtherKindOfService() {
        var many = createMultitonServiceRef("many", String.class);
        PluginServiceRef<List<String>> one =
                new PluginServiceRef<>("one", List.class, false, DeclarationSite.ofCaller());
        assertThatThrownBy(() -> createServiceFactory(many, _ -> List::of))
                .hasMessage("Service 'many' is a multiton, use createMultitonServiceFactory");
        assertThatThrownBy(() -> createMultitonServiceFactory(one, _ -> () -> "x"))
                .hasMessage("Service 'one' is no multiton, use createServiceFactory");
        assertThatThrownBy(() -> many.withDefaultFactory(_ -> List::of))
                .hasMessage("Multiton service 'many' can not have a default factory");
    }

    @Test
    void knowsWhereEverythingWasDeclared() {
        var ref = createServiceRef("a", String.class);
        var features = Stream.of(
                ref.declaredAt(),
                createServiceFactory(ref, _ -> () -> "x").declaredAt(),
                createServiceFactory(ref, _ -> () -> "x", Startup.EAGER).declaredAt(),
                createBackendPlugin("a", _ -> {}).declaredAt(),
                createBackendModule("a", "b", _ -> {}).declaredAt(),
                createBackendFeatureLoader("a", _ -> {}).declaredAt());
        assertThat(features).allSatisfy(site -> {
            assertThat(site.file()).isEqualTo("BackendWiringTest.java");
            assertThat(site.line()).isPositive();
        });
        assertThat(new DeclarationSite("A.java", 3).describe()).isEqualTo("(declared at A.java:3)");
    }
}
