// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.defaults.rootconfig;

import static dev.understudy.backend.plugin.api.BackendWiring.createServiceFactory;

import dev.understudy.backend.plugin.api.BackendFeature;
import dev.understudy.backend.plugin.api.CoreServices;
import dev.understudy.config.Config;
import dev.understudy.config.loader.ConfigSourceOptions;
import dev.understudy.config.loader.ConfigSources;
import dev.understudy.config.loader.LiveConfig;
import java.nio.file.Path;
import java.util.List;

/** Configuration from files and the environment, watched for changes. Backstage counterpart: {@code rootConfigServiceFactory}. */
public final class RootConfigServiceFactory {
    private RootConfigServiceFactory() {}

    /** Configuration from {@code app-config.yaml} and its companions in the working directory. */
    public static BackendFeature factory() {
        return factory(List.of());
    }

    /** Configuration from the files that {@code --config} names among these arguments of the command line. */
    public static BackendFeature factory(List<String> arguments) {
        var given = List.copyOf(arguments);
        return createServiceFactory(CoreServices.ROOT_CONFIG, _ -> () -> load(given));
    }

    private static Config load(List<String> arguments) {
        var source = ConfigSources.create(ConfigSourceOptions.of(arguments, System.getenv(), Path.of("")));
        // before there is a logger, since the logger depends on it
        System.out.println("Loading config from " + source);
        return LiveConfig.load(source);
    }
}
