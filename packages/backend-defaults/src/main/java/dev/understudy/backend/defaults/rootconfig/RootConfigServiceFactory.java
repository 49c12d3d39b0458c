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
import java.time.Duration;
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
        return factory(ConfigSourceOptions.of(arguments, System.getenv(), Path.of("")));
    }

    /**
     * Configuration from files and URLs that {@code --config} names among these arguments.
     *
     * @param reloadInterval how often URLs are fetched again
     */
    public static BackendFeature factoryWithRemote(List<String> arguments, Duration reloadInterval) {
        return factory(
                ConfigSourceOptions.of(arguments, System.getenv(), Path.of("")).withRemote(reloadInterval));
    }

    private static BackendFeature factory(ConfigSourceOptions options) {
        return createServiceFactory(CoreServices.ROOT_CONFIG, _ -> () -> load(options));
    }

    private static Config load(ConfigSourceOptions options) {
        var source = ConfigSources.create(options);
        // before there is a logger, since the logger depends on it
        System.out.println("Loading config from " + source);
        return LiveConfig.load(source);
    }
}
