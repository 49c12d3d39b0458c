// SPDX-License-Identifier: Apache-2.0
package dev.understudy.config.loader;

import dev.understudy.config.ConfigException;
import dev.understudy.config.ConfigSubscription;
import dev.understudy.config.loader.transform.ConfigTransformer;
import dev.understudy.config.loader.transform.Substitution;
import dev.understudy.config.loader.yaml.YamlParser;
import dev.understudy.errors.BackendException;
import dev.understudy.errors.NotFoundException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A YAML file and the files it includes.
 *
 * <p>Backstage counterpart: {@code FileConfigSource}.
 */
public final class FileConfigSource implements ConfigSource {
    private final Path path;
    private final Substitution substitution;
    private final Optional<Duration> watchInterval;
    private volatile FileSnapshot lastRead = FileSnapshot.empty();

    private FileConfigSource(Path path, Substitution substitution, Optional<Duration> watchInterval) {
        this.path = path;
        this.substitution = substitution;
        this.watchInterval = watchInterval;
    }

    /**
     * A source for a file.
     *
     * @param path absolute
     * @param environment the variables for {@code ${NAME}} and {@code $env}
     * @param watchInterval how often to look for changes; never if empty
     */
    public static FileConfigSource create(
            Path path, Map<String, String> environment, Optional<Duration> watchInterval) {
        if (!path.isAbsolute()) {
            throw new ConfigException("Config load path is not absolute: \"" + path + "\"");
        }
        return new FileConfigSource(path, new Substitution(environment), watchInterval);
    }

    @Override
    public List<SourcedConfig> read() {
        var files = new ConfigFileReader();
        try {
            return read(files);
        } catch (NotFoundException failure) {
            throw failure;
        } catch (IOException | ConfigException | BackendException failure) {
            throw new ConfigException(
                    "Failed to read config file at \"" + path + "\", " + failure.getMessage(), failure);
        } finally {
            lastRead = files.snapshot();
        }
    }

    private List<SourcedConfig> read(ConfigFileReader files) throws IOException {
        var text = files.readIfExists(path)
                .orElseThrow(() -> new NotFoundException("Config file \"" + path + "\" does not exist"));
        var parsed = YamlParser.parse(text, path.toString());
        if (parsed.isEmpty() || parsed.get().toJson().isNull()) {
            return List.of();
        }
        var folder = path.getParent();
        var transformer = ConfigTransformer.create(substitution, files::readIncluded);
        var data = transformer.apply(parsed.get(), folder == null ? path : folder);
        return List.of(new SourcedConfig(String.valueOf(path.getFileName()), data));
    }

    @Override
    public ConfigSubscription watch(Consumer<List<SourcedConfig>> onChange) {
        if (watchInterval.isEmpty()) {
            return () -> {};
        }
        return BackgroundLoop.start("config-watch " + path, watchInterval.get(), () -> {
            if (lastRead.hasChanged()) {
                Reload.attempt(this, onChange, "Failed to reload configuration, ");
            }
        });
    }

    @Override
    public String toString() {
        return "FileConfigSource{path=\"" + path + "\"}";
    }
}
