// SPDX-License-Identifier: Apache-2.0
package dev.understudy.config.loader;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Where to look for configuration.
 *
 * @param arguments the command line; only {@code --config} in it counts
 * @param environment the environment variables
 * @param folder the working directory, made absolute: where relative paths and default files are looked for
 * @param watchInterval how often to look for changed files; never if empty
 * @param reloadInterval how often to fetch URLs; URLs are refused if empty
 * @param isLax whether variables that files ask for need not be set
 */
public record ConfigSourceOptions(
        List<String> arguments,
        Map<String, String> environment,
        Path folder,
        Optional<Duration> watchInterval,
        Optional<Duration> reloadInterval,
        boolean isLax) {
    private static final Duration WATCH_INTERVAL = Duration.ofMillis(500);

    public ConfigSourceOptions {
        arguments = List.copyOf(arguments);
        environment = Map.copyOf(environment);
        folder = folder.toAbsolutePath().normalize();
        requireNonNull(watchInterval, "watchInterval");
        requireNonNull(reloadInterval, "reloadInterval");
    }

    /** Files watched, URLs refused. */
    public static ConfigSourceOptions of(List<String> arguments, Map<String, String> environment, Path folder) {
        return new ConfigSourceOptions(
                arguments, environment, folder, Optional.of(WATCH_INTERVAL), Optional.empty(), false);
    }

    /** The same with another interval for looking at files. */
    public ConfigSourceOptions withWatchInterval(Duration interval) {
        return new ConfigSourceOptions(arguments, environment, folder, Optional.of(interval), reloadInterval, isLax);
    }

    /** The same without watching files. */
    public ConfigSourceOptions withoutWatching() {
        return new ConfigSourceOptions(arguments, environment, folder, Optional.empty(), reloadInterval, isLax);
    }

    /** The same with URLs allowed. */
    public ConfigSourceOptions withRemote(Duration interval) {
        return new ConfigSourceOptions(arguments, environment, folder, watchInterval, Optional.of(interval), isLax);
    }

    /** The same with {@code x} for every variable that files ask for and that is not set. */
    public ConfigSourceOptions withLaxVariables() {
        return new ConfigSourceOptions(arguments, environment, folder, watchInterval, reloadInterval, true);
    }

    /** The variables for {@code ${NAME}}. */
    Map<String, String> variables() {
        return isLax ? new LaxVariables(environment) : environment;
    }
}
