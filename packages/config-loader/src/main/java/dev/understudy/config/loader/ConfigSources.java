// SPDX-License-Identifier: Apache-2.0
package dev.understudy.config.loader;

import dev.understudy.config.ConfigException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Finds the sources of configuration.
 *
 * <p>Backstage counterpart: {@code ConfigSources}.
 */
public final class ConfigSources {
    private ConfigSources() {}

    /**
     * The sources that the command line names, or else {@code app-config.yaml} and its companions; and over them the
     * environment.
     *
     * @throws ConfigException if a URL is named and URLs are not allowed
     */
    public static ConfigSource create(ConfigSourceOptions options) {
        var targets = ConfigTargets.parse(options.arguments());
        var sources = new ArrayList<ConfigSource>();
        if (targets.isEmpty()) {
            defaultFiles(options).forEach(file -> sources.add(file(file, options)));
        }
        targets.forEach(target -> sources.add(target(target, options)));
        sources.add(EnvConfigSource.create(options.environment()));
        return MergedConfigSource.from(sources);
    }

    /** The given sources as one, the later ones over the earlier ones. */
    public static ConfigSource merge(List<? extends ConfigSource> sources) {
        return MergedConfigSource.from(sources);
    }

    private static List<Path> defaultFiles(ConfigSourceOptions options) {
        var environments = Stream.of(
                        options.environment().getOrDefault("BACKSTAGE_ENV", "").split(",", -1))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .toList();
        var optional = Stream.of(
                        environments.stream().map(name -> "app-config." + name + ".yaml"),
                        Stream.of("app-config.local.yaml"),
                        environments.stream().map(name -> "app-config." + name + ".local.yaml"))
                .flatMap(names -> names)
                .map(options.folder()::resolve)
                .filter(Files::exists);
        return Stream.concat(Stream.of(options.folder().resolve("app-config.yaml")), optional)
                .toList();
    }

    private static ConfigSource target(String target, ConfigSourceOptions options) {
        if (!ConfigTargets.isUrl(target)) {
            return file(options.folder().resolve(target).normalize(), options);
        }
        var interval = options.reloadInterval()
                .orElseThrow(() -> new ConfigException("Config argument \"" + target
                        + "\" looks like a URL but remote configuration is not enabled. "
                        + "Enable it by passing the `remote` option"));
        return RemoteConfigSource.create(target, options.variables(), interval);
    }

    private static ConfigSource file(Path path, ConfigSourceOptions options) {
        return FileConfigSource.create(path, options.variables(), options.watchInterval());
    }
}
