// SPDX-License-Identifier: Apache-2.0
package dev.understudy.conformance;

import static dev.understudy.backend.defaults.BackendDefaults.createBackend;
import static dev.understudy.backend.plugin.api.BackendWiring.createServiceFactory;

import dev.understudy.backend.app.api.Backend;
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

/** Our backend with the configuration under which the answers were recorded. */
record ConformanceBackend(Backend backend, String url) implements AutoCloseable {
    /** Starts on a free port; the arguments name further configuration files. */
    static ConformanceBackend start(Path... furtherConfigs) throws IOException {
        var port = freePort();
        var data = Path.of("data").toAbsolutePath();
        var arguments = new ArrayList<>(
                List.of("--config", data.resolve("app-config.yaml").toString()));
        for (var config : furtherConfigs) {
            arguments.addAll(List.of("--config", config.toString()));
        }
        var environment = Map.of("PORT", Integer.toString(port), "DATA", data.toString());
        var options = ConfigSourceOptions.of(arguments, environment, data).withoutWatching();
        var backend = createBackend();
        backend.add(createServiceFactory(
                CoreServices.ROOT_CONFIG, _ -> () -> LiveConfig.load(ConfigSources.create(options))));
        backend.add(CatalogPlugin::feature);
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
