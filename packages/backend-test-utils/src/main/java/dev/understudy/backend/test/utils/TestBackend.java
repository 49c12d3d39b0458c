// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.test.utils;

import static dev.understudy.backend.app.api.SpecializedBackend.createSpecializedBackend;

import dev.understudy.backend.app.api.Backend;
import dev.understudy.backend.app.api.BackendStartupResult;
import dev.understudy.backend.plugin.api.BackendFeature;
import dev.understudy.backend.plugin.api.service.DatabaseService;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * A backend that has started, with a real server on a free port and real databases; all other services are those of {@link
 * MockServices#defaults()}. Thread-safe.
 *
 * <p>Backstage counterpart: {@code startTestBackend}.
 */
public final class TestBackend implements AutoCloseable {
    private final TestBackendServices services;
    private final Backend backend;
    private final BackendStartupResult result;
    private final TestHttpClient http;
    private final Closing closing;

    private TestBackend(TestBackendServices services, Backend backend, BackendStartupResult result, Closing closing) {
        this.services = services;
        this.backend = backend;
        this.result = result;
        this.http = TestHttpClient.create(services.url());
        this.closing = closing;
        closing.add(http::close);
    }

    /**
     * Starts a backend on SQLite without configuration of its own.
     *
     * @throws dev.understudy.backend.app.api.BackendStartupException when a plugin or module fails
     * @throws dev.understudy.backend.app.api.WiringException when the features do not fit together
     */
    @SafeVarargs
    public static TestBackend start(Supplier<? extends BackendFeature>... features) {
        var builder = with(Map.of());
        for (var feature : features) {
            builder.add(feature);
        }
        return builder.start();
    }

    /** Begins a backend with configuration, laid over that of the test: a free port and no log level. */
    public static Builder with(Map<String, ?> config) {
        return new Builder(config);
    }

    /** Where those test backends were started that have not been closed. */
    public static List<String> openBackends() {
        return OpenBackends.startedAt();
    }

    /** Where the server listens, without a trailing slash. */
    public String url() {
        return services.url();
    }

    /** A client whose requests come from {@link MockCredentials#user()}. */
    public TestHttpClient http() {
        return http;
    }

    public Backend backend() {
        return backend;
    }

    /** How the backend started. */
    public BackendStartupResult result() {
        return result;
    }

    /** Everything that is logged. */
    public MockRootLogger logger() {
        return services.logger();
    }

    /** All events of all plugins. */
    public MockEvents events() {
        return services.events();
    }

    /** A plugin's tasks. */
    public MockScheduler scheduler(String pluginId) {
        return services.scheduler(pluginId);
    }

    /** A plugin's database. */
    public DatabaseService database(String pluginId) {
        return services.databases().of(pluginId);
    }

    /**
     * Stops the backend and deletes its databases.
     *
     * @throws AssertionError if the backend has left a connection open or a thread running; threads are only watched
     *     while no other test backend is open
     * @throws RuntimeException what stopping threw
     */
    @Override
    public void close() {
        closing.close();
    }

    /** Collects what a test backend is made of. Used by one thread. */
    public static final class Builder {
        private final Map<String, ?> config;
        private final List<Supplier<? extends BackendFeature>> features = new ArrayList<>();
        private TestDatabaseId database = TestDatabaseId.SQLITE_3;

        private Builder(Map<String, ?> config) {
            this.config = config;
        }

        /** Installs a feature; a service factory takes the place of the mock. */
        public Builder add(BackendFeature feature) {
            return add(() -> feature);
        }

        /** Installs a feature that is made when the backend starts. */
        public Builder add(Supplier<? extends BackendFeature> feature) {
            features.add(feature);
            return this;
        }

        /** Chooses the kind of database. */
        public Builder database(TestDatabaseId id) {
            database = id;
            return this;
        }

        /** Starts the backend; throws what {@link TestBackend#start} does. */
        public TestBackend start() {
            var closing = Closing.begin();
            try {
                var services = TestBackendServices.create(config, database);
                closing.add(services.databases()::close);
                var backend = createSpecializedBackend(services.factories());
                closing.add(backend::stop);
                features.forEach(backend::add);
                return new TestBackend(services, backend, backend.start(), closing);
            } catch (RuntimeException | Error failure) {
                closing.closeAfter(failure);
                throw failure;
            }
        }
    }
}
