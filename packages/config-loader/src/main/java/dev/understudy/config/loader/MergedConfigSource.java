// SPDX-License-Identifier: Apache-2.0
package dev.understudy.config.loader;

import static java.util.stream.Collectors.joining;

import dev.understudy.config.ConfigException;
import dev.understudy.config.ConfigSubscription;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Several sources as one, the later ones over the earlier ones.
 *
 * <p>Backstage counterpart: {@code MergedConfigSource}.
 */
public final class MergedConfigSource implements ConfigSource {
    private final List<ConfigSource> sources;
    private final List<List<SourcedConfig>> parts = new ArrayList<>();

    private MergedConfigSource(List<ConfigSource> sources) {
        this.sources = sources;
    }

    /** The given sources, with merged sources among them opened up. */
    public static MergedConfigSource from(List<? extends ConfigSource> sources) {
        var flat = new ArrayList<ConfigSource>();
        for (var source : sources) {
            if (source instanceof MergedConfigSource merged) {
                flat.addAll(merged.sources);
            } else {
                flat.add(source);
            }
        }
        return new MergedConfigSource(List.copyOf(flat));
    }

    @Override
    public synchronized List<SourcedConfig> read() {
        var failures = new ArrayList<RuntimeException>();
        parts.clear();
        for (var source : sources) {
            try {
                parts.add(source.read());
            } catch (RuntimeException failure) {
                failures.add(failure);
            }
        }
        checkFailures(failures);
        return merged();
    }

    private static void checkFailures(List<RuntimeException> failures) {
        if (failures.size() == 1) {
            throw failures.getFirst();
        }
        if (!failures.isEmpty()) {
            var messages = failures.stream().map(Throwable::getMessage).collect(joining("\n- ", "\n- ", ""));
            var report = new ConfigException(failures.size() + " config sources cannot be read:" + messages);
            failures.forEach(report::addSuppressed);
            throw report;
        }
    }

    private List<SourcedConfig> merged() {
        return parts.stream().flatMap(List::stream).toList();
    }

    @Override
    public ConfigSubscription watch(Consumer<List<SourcedConfig>> onChange) {
        var subscriptions = new ArrayList<ConfigSubscription>();
        for (int index = 0; index < sources.size(); index++) {
            var position = index;
            subscriptions.add(sources.get(index).watch(configs -> update(position, configs, onChange)));
        }
        return () -> subscriptions.forEach(ConfigSubscription::close);
    }

    private synchronized void update(
            int position, List<SourcedConfig> configs, Consumer<List<SourcedConfig>> onChange) {
        parts.set(position, configs);
        onChange.accept(merged());
    }

    @Override
    public String toString() {
        return sources.stream().map(String::valueOf).collect(joining(", ", "MergedConfigSource{", "}"));
    }
}
