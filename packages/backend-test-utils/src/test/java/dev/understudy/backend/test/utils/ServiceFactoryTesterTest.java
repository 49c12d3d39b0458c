// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.test.utils;

import static dev.understudy.backend.plugin.api.BackendWiring.createMultitonServiceFactory;
import static dev.understudy.backend.plugin.api.BackendWiring.createMultitonServiceRef;
import static dev.understudy.backend.plugin.api.BackendWiring.createRootServiceRef;
import static dev.understudy.backend.plugin.api.BackendWiring.createServiceFactory;
import static dev.understudy.backend.plugin.api.BackendWiring.createServiceRef;
import static dev.understudy.backend.plugin.api.CoreServices.LOGGER;
import static dev.understudy.backend.plugin.api.CoreServices.PLUGIN_METADATA;
import static dev.understudy.backend.plugin.api.CoreServices.ROOT_CONFIG;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.understudy.backend.app.api.WiringException;
import dev.understudy.backend.plugin.api.BackendFeature;
import dev.understudy.backend.plugin.api.PluginServiceRef;
import dev.understudy.backend.plugin.api.RootServiceRef;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

final class ServiceFactoryTesterTest {
    private static final PluginServiceRef<String> GREETING = createServiceRef("test.greeting", String.class);
    private static final RootServiceRef<String> TITLE = createRootServiceRef("test.title", String.class);
    private static final RootServiceRef<String> MISSING = createRootServiceRef("test.missing", String.class);
    private static final PluginServiceRef<List<String>> NAMES = createMultitonServiceRef("test.names", String.class);

    private static BackendFeature greeting() {
        return createServiceFactory(GREETING, factory -> {
            var count = factory.shared(_ -> AtomicInteger::new);
            var plugin = factory.require(PLUGIN_METADATA);
            return () ->
                    "Hello " + plugin.get().id() + ", number " + count.get().incrementAndGet();
        });
    }

    private static BackendFeature title() {
        return createServiceFactory(TITLE, factory -> {
            var config = factory.require(ROOT_CONFIG);
            return () -> config.get().optionalString("title").orElse("none");
        });
    }

    @Test
    void makesOneInstancePerPlugin() {
        var tester = ServiceFactoryTester.from(GREETING, greeting());

        assertThat(tester.subject("catalog")).isEqualTo("Hello catalog, number 1");
        assertThat(tester.subject()).isEqualTo("Hello test, number 2");
        assertThat(tester.subject("catalog")).isEqualTo("Hello catalog, number 1");
    }

    @Test
    void makesRootServicesOfMocksAndGivenDependencies() {
        assertThat(ServiceFactoryTester.from(TITLE, title()).subject()).isEqualTo("none");
        assertThat(ServiceFactoryTester.from(
                                TITLE, title(), MockServices.rootConfigFactory(Map.of("title", "Understudy")))
                        .subject())
                .isEqualTo("Understudy");
    }

    @Test
    void gathersTheInstancesOfMultitons() {
        var tester = ServiceFactoryTester.from(
                NAMES,
                createMultitonServiceFactory(NAMES, _ -> () -> "Ada"),
                createMultitonServiceFactory(NAMES, _ -> () -> "Grace"));

        assertThat(tester.subject()).containsExactly("Ada", "Grace");
    }

    @Test
    void givesOtherServicesToo() {
        var tester = ServiceFactoryTester.from(GREETING, greeting(), title());

        assertThat(tester.service(TITLE)).isEqualTo("none");
        assertThat(tester.service(LOGGER, "catalog")).isNotNull();
    }

    @Test
    void namesWhatIsMissing() {
        var tester = ServiceFactoryTester.from(TITLE, createServiceFactory(TITLE, factory -> {
            var missing = factory.require(MISSING);
            return missing::get;
        }));

        assertThatThrownBy(tester::subject)
                .isInstanceOf(WiringException.class)
                .hasMessageStartingWith("Failed to instantiate service 'test.title' for 'test' because the following"
                        + " dependent services are missing: ");
    }

    @Test
    void refusesFactoriesOfOtherServices() {
        assertThatThrownBy(() -> ServiceFactoryTester.from(GREETING, title()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("Not a factory of serviceRef{test.greeting}: the feature ");
    }

    @Test
    void refusesTwoFactoriesOfOneService() {
        assertThatThrownBy(() -> ServiceFactoryTester.from(TITLE, title(), title()))
                .isInstanceOf(WiringException.class)
                .hasMessageStartingWith("Duplicate service implementations provided for test.title");
    }
}
