// SPDX-License-Identifier: Apache-2.0
package dev.understudy.config.loader;

import dev.understudy.config.ConfigException;
import dev.understudy.config.ConfigSubscription;
import dev.understudy.config.loader.transform.ConfigTransformer;
import dev.understudy.config.loader.transform.Substitution;
import dev.understudy.config.loader.yaml.YamlParser;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * A YAML document behind a URL, fetched again at intervals. Placeholders are substituted, includes are not resolved.
 *
 * <p>Backstage counterpart: {@code RemoteConfigSource}.
 */
public final class RemoteConfigSource implements ConfigSource {
    /** How often the document is fetched unless said otherwise. */
    public static final Duration DEFAULT_RELOAD_INTERVAL = Duration.ofSeconds(60);

    private final String url;
    private final RemoteDocument document;
    private final ConfigTransformer transformer;
    private final Duration reloadInterval;

    private RemoteConfigSource(
            String url, RemoteDocument document, ConfigTransformer transformer, Duration reloadInterval) {
        this.url = url;
        this.document = document;
        this.transformer = transformer;
        this.reloadInterval = reloadInterval;
    }

    /**
     * A source for a URL.
     *
     * @param environment the variables for {@code ${NAME}}
     */
    public static RemoteConfigSource create(String url, Map<String, String> environment, Duration reloadInterval) {
        try {
            var document = new RemoteDocument(URI.create(url));
            var transformer = ConfigTransformer.create(new Substitution(environment));
            return new RemoteConfigSource(url, document, transformer, reloadInterval);
        } catch (IllegalArgumentException failure) {
            throw new ConfigException(
                    "Invalid URL provided to remote config source, '" + url + "', " + failure.getMessage(), failure);
        }
    }

    @Override
    public List<SourcedConfig> read() {
        var parsed = YamlParser.parse(document.fetch(), url);
        if (parsed.isEmpty() || parsed.get().toJson().isNull()) {
            throw new ConfigException("configuration data is null");
        }
        return List.of(new SourcedConfig(url, transformer.apply(parsed.get(), Path.of(""))));
    }

    @Override
    public ConfigSubscription watch(Consumer<List<SourcedConfig>> onChange) {
        return BackgroundLoop.start(
                "config-watch " + url,
                reloadInterval,
                () -> Reload.attempt(this, onChange, "Failed to read config from " + url + ", "));
    }

    @Override
    public String toString() {
        return "RemoteConfigSource{path=\"" + url + "\"}";
    }
}
