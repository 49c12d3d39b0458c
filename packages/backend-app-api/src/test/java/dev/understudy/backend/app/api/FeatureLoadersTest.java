// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.app.api;

import static dev.understudy.backend.app.api.TestBackends.plugin;
import static dev.understudy.backend.app.api.TestBackends.withoutLines;
import static dev.understudy.backend.plugin.api.BackendWiring.createBackendFeatureLoader;
import static dev.understudy.backend.plugin.api.BackendWiring.createBackendPlugin;
import static dev.understudy.backend.plugin.api.BackendWiring.createMultitonServiceFactory;
import static dev.understudy.backend.plugin.api.BackendWiring.createRootMultitonServiceRef;
import static dev.understudy.backend.plugin.api.BackendWiring.createRootServiceRef;
import static dev.understudy.backend.plugin.api.BackendWiring.createServiceFactory;
import static dev.understudy.backend.plugin.api.CoreServices.ROOT_CONFIG;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.understudy.backend.plugin.api.BackendFeature;
import dev.understudy.backend.plugin.api.RootServiceRef;
import dev.understudy.errors.ErrorNames;
import dev.understudy.errors.NotFoundException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

final class FeatureLoadersTest {
    private static final RootServiceRef<String> A = createRootServiceRef("a", String.class);
    private static final RootServiceRef<String> B = createRootServiceRef("b", String.class);
    private static final RootServiceRef<List<String>> MANY = createRootMultitonServiceRef("many", String.class);

    private final List<String> seen = Collections.synchronizedList(new ArrayList<>());

    @Test
    void loadsWhatTheConfigurationAsksFor() {
        var loader = createBackendFeatureLoader("search", reg -> {
            var config = reg.require(ROOT_CONFIG);
            reg.registerLoader(features -> {
                features.add(() -> plugin("search", () -> seen.add("search")));
                if (config.get().has("search.elasticsearch")) {
                    features.add(TestBackends.module("search", "elasticsearch", () -> seen.add("elasticsearch")));
                }
            });
        });
        try (var backend = TestBackends.withConfig(Map.of("search", Map.of("elasticsearch", Map.of("node", "x"))))
                .create()
                .add(loader)) {
            backend.start();
        }
        assertThat(seen).containsExactly("elasticsearch", "search");
    }

    @Test
    void runsLoadersInOrderAndNestedOnesRightAfterTheirParent() {
        start(
                noting("first", noting("first nested", noting("deep"))),
                noting("second"),
                plugin("catalog", () -> seen.add("plugin")));
        assertThat(seen).containsExactly("first", "first nested", "deep", "second", "plugin");
    }

    @Test
    void reportsMissingDependencies() {
        var loader = createBackendFeatureLoader("search", reg -> {
            reg.require(A);
            reg.require(B);
            reg.registerLoader(_ -> {});
        });
        assertThat(failureOf(loader))
                .isEqualTo("No service available for the following ref(s):"
                        + " serviceRef{a} (declared at FeatureLoadersTest.java),"
                        + " serviceRef{b} (declared at FeatureLoadersTest.java),"
                        + " depended on by feature loader 'search' (declared at FeatureLoadersTest.java)");
    }

    @Test
    void forwardsFailuresOfLoaders() {
        var cause = new NotFoundException("no index");
        var backend = TestBackends.plain().create().add(loader("search", _ -> {
            throw cause;
        }));
        var failure = catchThrowable(backend::start);
        assertThat(withoutLines(failure))
                .isEqualTo("Feature loader 'search' (declared at FeatureLoadersTest.java) failed;"
                        + " caused by NotFoundError: no index");
        assertThat(failure).hasCause(cause);
        assertThat(ErrorNames.nameOf(failure)).isEqualTo("NotFoundError");
    }

    @Test
    void rejectsLoadersThatHandOverNothing() {
        Supplier<BackendFeature> nothing = FeatureLoadersTest::nothing;
        assertThat(failureOf(loader("search", features -> features.add(nothing))))
                .isEqualTo("Feature loader 'search' (declared at FeatureLoadersTest.java) failed; caused by InputError:"
                        + " Invalid backend feature at feature loader 'search' (declared at FeatureLoadersTest.java)"
                        + " -> loader output[0], expected an object or function, received null");
    }

    @Test
    void rejectsLoadersThatRegisterNoneOrTwo() {
        assertThat(failureOf(createBackendFeatureLoader("search", _ -> {})))
                .contains("registerLoader was not called by register in feature loader 'search'"
                        + " (declared at FeatureLoadersTest.java)");
        assertThat(failureOf(createBackendFeatureLoader("search", reg -> {
                    reg.registerLoader(_ -> {});
                    reg.registerLoader(_ -> {});
                })))
                .contains("registerLoader must only be called once");
    }

    @Test
    void prefersExplicitServicesToLoadedAndLoadedToDefaults() {
        try (var backend = TestBackends.plain().create(value(A, "default"), value(B, "default"))) {
            backend.add(value(A, "explicit"))
                    .add(loader("services", features -> {
                        features.add(value(A, "loaded"));
                        features.add(value(B, "loaded"));
                    }))
                    .add(reading())
                    .start();
        }
        assertThat(seen).containsExactly("explicit loaded []");
    }

    @Test
    void addsLoadedMultitonsToTheOthers() {
        start(
                value(A, "a"),
                value(B, "b"),
                many("1"),
                loader("x", features -> features.add(many("2"))),
                loader("y", features -> features.add(many("3"))),
                reading());
        assertThat(seen).containsExactly("a b [1, 2, 3]");
    }

    @Test
    void rejectsOneServiceFromTwoLoaders() {
        assertThat(failureOf(
                        loader("x", features -> features.add(value(A, "1"))),
                        loader("y", features -> features.add(value(A, "2")))))
                .isEqualTo("Duplicate service implementations provided for a by both"
                        + " feature loader 'y' (declared at FeatureLoadersTest.java) and"
                        + " feature loader 'x' (declared at FeatureLoadersTest.java)");
    }

    @Test
    void rejectsServicesThatAnEarlierLoaderHasUsed() {
        var using = createBackendFeatureLoader("x", reg -> {
            reg.require(ROOT_CONFIG);
            reg.registerLoader(_ -> {});
        });
        var replacing = loader(
                "y",
                features -> features.add(createServiceFactory(ROOT_CONFIG, _ -> () -> {
                    throw new AssertionError("not used");
                })));
        assertThat(failureOf(using, replacing))
                .isEqualTo(
                        "Unable to set service factory with id core.rootConfig, service has already been instantiated"
                                + " (declared at FeatureLoadersTest.java)");
    }

    @Test
    void rejectsCyclesThatALoaderCloses() {
        assertThat(failureOf(concatenating(A, B), loader("x", features -> features.add(concatenating(B, A)))))
                .isEqualTo("Circular dependencies detected:\n  'a' -> 'b' -> 'a'");
    }

    @Test
    void doesNotRunLoadersWhenServicesDoNotFitTogether() {
        assertThat(failureOf(value(A, "1"), value(A, "2"), noting("loader")))
                .isEqualTo("Duplicate service implementations provided for a (declared at FeatureLoadersTest.java)");
        assertThat(seen).isEmpty();
    }

    private void start(BackendFeature... features) {
        try (var backend = TestBackends.plain().create()) {
            List.of(features).forEach(backend::add);
            backend.start();
        }
    }

    private static String failureOf(BackendFeature... features) {
        var backend = TestBackends.plain().create();
        List.of(features).forEach(backend::add);
        return withoutLines(catchThrowable(backend::start));
    }

    private BackendFeature noting(String name, BackendFeature... nested) {
        return loader(name, features -> {
            seen.add(name);
            List.of(nested).forEach(features::add);
        });
    }

    private BackendFeature reading() {
        return createBackendPlugin("reading", reg -> {
            var a = reg.require(A);
            var b = reg.require(B);
            var many = reg.require(MANY);
            reg.registerInit(() -> seen.add(a.get() + " " + b.get() + " " + many.get()));
        });
    }

    private static BackendFeature loader(String name, dev.understudy.backend.plugin.api.Loader loader) {
        return createBackendFeatureLoader(name, reg -> reg.registerLoader(loader));
    }

    private static BackendFeature value(RootServiceRef<String> ref, String value) {
        return createServiceFactory(ref, _ -> () -> value);
    }

    private static BackendFeature many(String value) {
        return createMultitonServiceFactory(MANY, _ -> () -> value);
    }

    private static BackendFeature concatenating(RootServiceRef<String> ref, RootServiceRef<String> dependency) {
        return createServiceFactory(ref, factory -> {
            var value = factory.require(dependency);
            return value::get;
        });
    }

    @SuppressWarnings("NullAway") // callers without null checks do this
    private static BackendFeature nothing() {
        return null;
    }
}
