// SPDX-License-Identifier: Apache-2.0
package dev.understudy.config.loader;

import dev.understudy.config.Config;
import dev.understudy.config.ConfigReader;
import dev.understudy.config.ConfigSubscription;
import dev.understudy.errors.ErrorNames;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.slf4j.LoggerFactory;

/**
 * Configuration that follows its source until closed. Sections taken from it follow too, arrays of sections do not.
 *
 * <p>Backstage counterpart: {@code ObservableConfigProxy}.
 */
public final class LiveConfig extends SelectedConfig implements AutoCloseable {
    private record State(EffectiveConfig effective, ConfigReader reader) {
        private static State of(List<SourcedConfig> configs) {
            var effective = EffectiveConfig.of(configs);
            return new State(effective, effective.reader());
        }
    }

    /** The token keeps two subscriptions of the same callback apart. */
    private record Subscriber(Object token, Runnable onChange) {}

    private final CopyOnWriteArrayList<Subscriber> subscribers = new CopyOnWriteArrayList<>();
    private final ConfigSubscription watch;
    private volatile State state;

    private LiveConfig(ConfigSource source) {
        this.state = State.of(source.read());
        this.watch = source.watch(this::update);
    }

    /** Reads the source, and goes on watching it. Throws what {@link ConfigSource#read} throws. */
    public static LiveConfig load(ConfigSource source) {
        return new LiveConfig(source);
    }

    /** The present values with the places they come from. */
    public EffectiveConfig effective() {
        return state.effective();
    }

    private synchronized void update(List<SourcedConfig> configs) {
        var before = state;
        state = State.of(configs);
        if (!state.effective().data().equals(before.effective().data())) {
            subscribers.forEach(LiveConfig::notify);
        }
    }

    private static void notify(Subscriber subscriber) {
        try {
            subscriber.onChange().run();
        } catch (RuntimeException failure) {
            LoggerFactory.getLogger(LiveConfig.class)
                    .error("Config subscriber threw error, {}", ErrorNames.describe(failure), failure);
        }
    }

    @Override
    Config required() {
        return state.reader();
    }

    @Override
    Optional<? extends Config> selected() {
        return Optional.of(state.reader());
    }

    @Override
    public ConfigSubscription subscribe(Runnable onChange) {
        var subscriber = new Subscriber(new Object(), onChange);
        subscribers.add(subscriber);
        return () -> subscribers.remove(subscriber);
    }

    /** Stops watching. The last values stay readable. */
    @Override
    public void close() {
        watch.close();
    }
}
