// SPDX-License-Identifier: Apache-2.0
package dev.understudy.conformance;

import static dev.understudy.backend.defaults.BackendDefaults.createBackend;
import static dev.understudy.backend.plugin.api.BackendWiring.createServiceFactory;

import dev.understudy.backend.app.api.Backend;
import dev.understudy.backend.plugin.api.BackendFeature;
import dev.understudy.backend.plugin.api.CoreServices;
import dev.understudy.catalog.backend.CatalogPlugin;
import dev.understudy.config.loader.ConfigSourceOptions;
import dev.understudy.config.loader.ConfigSources;
import dev.understudy.config.loader.LiveConfig;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Our backend with the configuration under which the answers were recorded. */
record ConformanceBackend(Backend backend, String url) implements AutoCloseable {
    private static final Path DATA = Path.of("data").toAbsolutePath();

    /** Starts on a free port; the arguments name further configuration files. */
    static ConformanceBackend start(Path... furtherConfigs) throws IOException {
        var configs = new ArrayList<>(List.of(DATA.resolve("app-config.yaml")));
        configs.addAll(List.of(furtherConfigs));
        return start(List.of(), configs);
    }

    /** Starts with further features and other configuration files, in which PORT and DATA are known. */
    static ConformanceBackend start(List<BackendFeature> features, List<Path> configs) throws IOException {
        var port = freePort();
        var arguments = configs.stream()
                .flatMap(config -> Stream.of("--config", config.toString()))
                .toList();
        var environment = Map.of("PORT", Integer.toString(port), "DATA", DATA.toString());
        var options = ConfigSourceOptions.of(arguments, environment, DATA).withoutWatching();
        var backend = createBackend();
        backend.add(createServiceFactory(
                CoreServices.ROOT_CONFIG, _ -> () -> LiveConfig.load(ConfigSources.create(options))));
        backend.add(CatalogPlugin::feature);
        features.forEach(backend::add);
        backend.add(ProbePlugin::feature);
        backend.start();
        return new ConformanceBackend(backend, "http://127.0.0.1:" + port);
    }

    @Override
    public void close() {
        backend.stop();
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
