// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.app.api;

import static dev.understudy.backend.app.api.TestBackends.module;
import static dev.understudy.backend.app.api.TestBackends.plugin;
import static dev.understudy.backend.app.api.TestBackends.withoutLines;
import static dev.understudy.backend.plugin.api.BackendWiring.createBackendModule;
import static dev.understudy.backend.plugin.api.BackendWiring.createBackendPlugin;
import static dev.understudy.backend.plugin.api.BackendWiring.createExtensionPoint;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.understudy.backend.plugin.api.BackendFeature;
import dev.understudy.backend.plugin.api.Dependency;
import dev.understudy.backend.plugin.api.ExtensionPoint;
import dev.understudy.backend.plugin.api.ModuleRegistration;
import dev.understudy.errors.InputException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

final class FeatureRegistrationTest {
    private interface Processing {
        void add(String name);
    }

    private interface Other {}

    private static final ExtensionPoint<Processing> PROCESSING =
            createExtensionPoint("catalog.processing", Processing.class);
    private static final ExtensionPoint<Other> OTHER = createExtensionPoint("other", Other.class);

    private final TestBackends backends = TestBackends.plain();

    @Test
    void rejectsFeaturesAfterTheStart() {
        try (var backend = backends.create()) {
            backend.start();
            assertThatThrownBy(() -> backend.add(plugin("late", () -> {})))
                    .hasMessage("feature can not be added after the backend has started");
        }
    }

    @Test
    void startsOnce() {
        try (var backend = backends.create()) {
            backend.start();
            assertThatThrownBy(backend::start).hasMessage("Backend has already started");
        }
    }

    @Test
    void doesNotStartAfterItWasStopped() {
        var backend = backends.create();
        backend.stop();
        assertThatThrownBy(backend::start).hasMessage("Backend has already stopped");
    }

    @Test
    void makesFeaturesOnlyWhenItStarts() {
        var made = new ArrayList<String>();
        try (var backend = backends.create()) {
            backend.add(() -> {
                made.add("feature");
                return plugin("catalog", () -> made.add("init"));
            });
            assertThat(made).isEmpty();
            backend.start();
            assertThat(made).containsExactly("feature", "init");
        }
    }

    @Test
    void rejectsSuppliersThatSupplyNothing() {
        Supplier<BackendFeature> nothing = FeatureRegistrationTest::nothing;
        var backend = backends.create().add(plugin("catalog", () -> {})).add(nothing);
        assertThatThrownBy(backend::start)
                .isInstanceOf(InputException.class)
                .hasMessage("Invalid backend feature at features[1], expected an object or function, received null");
    }

    @Test
    void rejectsExtensionPointsAfterInit() {
        var failure = failureOf(createBackendPlugin("catalog", reg -> {
            reg.registerInit(() -> {});
            reg.registerExtensionPoint(PROCESSING, _ -> {});
        }));
        assertThat(failure)
                .isEqualTo(
                        "registerExtensionPoint called after registerInit (declared at FeatureRegistrationTest.java)");
    }

    @Test
    void rejectsTwoInits() {
        var failure = failureOf(createBackendPlugin("catalog", reg -> {
            reg.registerInit(() -> {});
            reg.registerInit(() -> {});
        }));
        assertThat(failure)
                .isEqualTo("registerInit must only be called once (declared at FeatureRegistrationTest.java)");
    }

    @Test
    void rejectsPluginsAndModulesWithoutInitInOneReport() {
        var backend = backends.create()
                .add(createBackendPlugin("catalog", _ -> {}))
                .add(createBackendModule("catalog", "github", _ -> {}));
        var failure = catchThrowableOfType(WiringException.class, backend::start);
        assertThat(withoutLines(failure)).isEqualTo("""
                Found 2 problems:
                  registerInit was not called by register in catalog (declared at FeatureRegistrationTest.java)
                  registerInit was not called by register in github module for catalog (declared at FeatureRegistrationTest.java)\
                """);
        assertThat(failure.problems()).hasSize(2);
    }

    @Test
    void keepsWhatARegistrationThrew() {
        var cause = new IllegalArgumentException("odd");
        var backend = backends.create().add(createBackendPlugin("catalog", _ -> {
            throw cause;
        }));
        assertThatThrownBy(backend::start).isInstanceOf(WiringException.class).hasCause(cause);
    }

    @Test
    void rejectsDependenciesThatAreReadTooEarly() {
        var failure = failureOf(createBackendModule("catalog", "github", reg -> {
            reg.require(PROCESSING).get();
            reg.registerInit(() -> {});
        }));
        assertThat(failure)
                .isEqualTo("Dependency extensionPoint{catalog.processing} (declared at FeatureRegistrationTest.java)"
                        + " was read while registering; read it inside init"
                        + " (declared at FeatureRegistrationTest.java)");
    }

    @Test
    void rejectsDependenciesThatAreDeclaredTooLate() {
        var leaked = new ArrayList<ModuleRegistration>();
        var backend = backends.create()
                .add(createBackendPlugin("catalog", reg -> {
                    reg.registerExtensionPoint(PROCESSING, _ -> {});
                    reg.registerInit(() -> {});
                }))
                .add(createBackendModule("catalog", "github", reg -> {
                    leaked.add(reg);
                    reg.registerInit(() -> leaked.getFirst().require(PROCESSING));
                }));
        assertThatThrownBy(backend::start)
                .hasMessageContaining(
                        "require called after registration was complete, for extensionPoint{catalog.processing}");
    }

    @Test
    void rejectsExtensionPointsInPlugins() {
        var failure = failureOf(createBackendPlugin("catalog", reg -> {
            ((ModuleRegistration) reg).require(PROCESSING);
            reg.registerInit(() -> {});
        }));
        assertThat(failure)
                .isEqualTo("Rejected dependency on extension point catalog.processing from outside of a module"
                        + " (declared at FeatureRegistrationTest.java)");
    }

    @Test
    void failsPluginsThatAreRegisteredTwice() {
        var started = new ArrayList<String>();
        var backend = backends.create()
                .add(plugin("catalog", () -> started.add("first")))
                .add(plugin("catalog", () -> started.add("second")))
                .add(plugin("catalog", () -> started.add("third")))
                .add(module("catalog", "github", () -> started.add("module")))
                .add(plugin("search", () -> started.add("search")));
        assertThat(withoutLines(catchThrowable(backend::start))).isEqualTo("""
                Backend startup failed due to the following errors:
                  Plugin 'catalog' startup failed; caused by Error: Plugin 'catalog' is already registered (declared at TestBackends.java)\
                """);
        assertThat(started).containsExactly("search");
    }

    @Test
    void failsModulesThatAreRegisteredTwice() {
        var backend = backends.create()
                .add(plugin("catalog", () -> {}))
                .add(module("catalog", "github", () -> {}))
                .add(module("catalog", "github", () -> {}));
        assertThat(withoutLines(catchThrowable(backend::start))).isEqualTo("""
                Backend startup failed due to the following errors:
                  Module 'github' for plugin 'catalog' startup failed; caused by Error: Module 'github' for plugin 'catalog' is already registered (declared at TestBackends.java)\
                """);
    }

    @Test
    void failsWhoeverRegistersAnExtensionPointAgain() {
        var backend = backends.create()
                .add(createBackendPlugin("catalog", reg -> {
                    reg.registerExtensionPoint(PROCESSING, _ -> {});
                    reg.registerInit(() -> {});
                }))
                .add(createBackendPlugin("search", reg -> {
                    reg.registerExtensionPoint(OTHER, new Other() {});
                    reg.registerExtensionPoint(PROCESSING, _ -> {});
                    reg.registerInit(() -> {});
                }))
                .add(createBackendPlugin("techdocs", reg -> {
                    reg.registerExtensionPoint(OTHER, new Other() {}); // rolled back above
                    reg.registerInit(() -> {});
                }));
        assertThat(withoutLines(catchThrowable(backend::start))).isEqualTo("""
                Backend startup failed due to the following errors:
                  Plugin 'search' startup failed; caused by Error: ExtensionPoint with ID 'catalog.processing' is already registered (declared at FeatureRegistrationTest.java)\
                """);
    }

    @Test
    void failsTheModuleThatRegistersAnExtensionPointAgain() {
        var started = new ArrayList<String>();
        var backend = backends.create()
                .add(createBackendPlugin("catalog", reg -> {
                    reg.registerExtensionPoint(PROCESSING, _ -> {});
                    reg.registerInit(() -> started.add("catalog"));
                }))
                .add(createBackendModule("catalog", "github", reg -> {
                    reg.registerExtensionPoint(OTHER, new Other() {});
                    reg.registerExtensionPoint(PROCESSING, _ -> {});
                    reg.registerInit(() -> started.add("github"));
                }))
                .add(createBackendModule("catalog", "gitlab", reg -> {
                    reg.registerExtensionPoint(OTHER, new Other() {}); // rolled back above
                    reg.registerInit(() -> started.add("gitlab"));
                }));
        assertThat(withoutLines(catchThrowable(backend::start))).isEqualTo("""
                Backend startup failed due to the following errors:
                  Module 'github' for plugin 'catalog' startup failed; caused by Error: ExtensionPoint with ID 'catalog.processing' is already registered (declared at FeatureRegistrationTest.java)\
                """);
        assertThat(started).containsExactly("gitlab", "catalog");
    }

    @Test
    void reportsAllThatIsWrongWithDependenciesAtOnce() {
        var backend = backends.create()
                .add(createBackendPlugin("catalog", reg -> {
                    reg.registerExtensionPoint(PROCESSING, _ -> {});
                    reg.registerInit(() -> {});
                }))
                .add(plugin("search", () -> {}))
                .add(createBackendModule("search", "catalog", reg -> {
                    reg.require(PROCESSING);
                    reg.require(OTHER);
                    reg.registerInit(() -> {});
                }));
        assertThat(withoutLines(catchThrowable(backend::start))).isEqualTo("""
                Backend startup failed due to the following errors:
                  Module 'catalog' for plugin 'search' startup failed; caused by Error: Found 2 problems:
                  Illegal dependency: Module 'catalog' for plugin 'search' attempted to depend on extension point 'catalog.processing' for plugin 'catalog'. Extension points can only be used within their plugin's scope. (declared at FeatureRegistrationTest.java)
                  Service or extension point dependencies of module 'catalog' for plugin 'search' are missing for the following ref(s): extensionPoint{other} (declared at FeatureRegistrationTest.java)\
                """);
    }

    @Test
    void givesEveryModuleItsOwnExtensionPointOnce() {
        var asked = new ArrayList<String>();
        var added = new ArrayList<String>();
        try (var backend = backends.create()
                .add(createBackendPlugin("catalog", reg -> {
                    reg.registerExtensionPointPerModule(PROCESSING, module -> {
                        synchronized (asked) {
                            asked.add(module.moduleId());
                        }
                        return name -> {
                            synchronized (added) {
                                added.add(module.moduleId() + ":" + name);
                            }
                        };
                    });
                    reg.registerInit(() -> {});
                }))
                .add(extending("github"))
                .add(extending("gitlab"))) {
            backend.start();
            assertThat(asked).containsExactlyInAnyOrder("github", "gitlab");
            assertThat(added).containsExactlyInAnyOrder("github:x", "github:y", "gitlab:x", "gitlab:y");
        }
    }

    private static BackendFeature extending(String moduleId) {
        return createBackendModule("catalog", moduleId, reg -> {
            List<Dependency<Processing>> twice = List.of(reg.require(PROCESSING), reg.require(PROCESSING));
            reg.registerInit(() -> {
                twice.getFirst().get().add("x");
                twice.getLast().get().add("y");
            });
        });
    }

    private String failureOf(BackendFeature feature) {
        return withoutLines(catchThrowable(backends.create().add(feature)::start));
    }

    @SuppressWarnings("NullAway") // callers without null checks do this
    private static BackendFeature nothing() {
        return null;
    }
}
