// SPDX-License-Identifier: Apache-2.0
package dev.understudy.config.loader;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import dev.understudy.config.ConfigSubscription;
import dev.understudy.errors.InputException;
import dev.understudy.types.Json;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

final class ConfigLoggingTest {
    private final LinkedBlockingQueue<String> lines = new LinkedBlockingQueue<>();
    private final AppenderBase<ILoggingEvent> appender = new AppenderBase<>() {
        @Override
        protected void append(ILoggingEvent event) {
            lines.add(event.getLevel() + " " + event.getFormattedMessage());
        }
    };

    @BeforeEach
    void listen() {
        appender.start();
        ((Logger) LoggerFactory.getLogger("dev.understudy.config.loader")).addAppender(appender);
    }

    @AfterEach
    void stopListening() {
        ((Logger) LoggerFactory.getLogger("dev.understudy.config.loader")).detachAppender(appender);
    }

    /** A source that changes when told to. */
    private static final class ChangingSource implements ConfigSource {
        private final List<Consumer<List<SourcedConfig>>> listeners = new ArrayList<>();

        @Override
        public List<SourcedConfig> read() {
            return List.of();
        }

        @Override
        public ConfigSubscription watch(Consumer<List<SourcedConfig>> onChange) {
            listeners.add(onChange);
            return () -> listeners.remove(onChange);
        }

        private void change() {
            var changed = StaticConfigSource.create(Json.parse("{\"a\": 1}")).read();
            listeners.forEach(listener -> listener.accept(changed));
        }
    }

    @Test
    void logsFailuresOfSubscribers() {
        var source = new ChangingSource();
        try (var config = LiveConfig.load(source)) {
            config.subscribe(() -> {
                throw new InputException("boom");
            });
            source.change();
        }
        assertThat(lines).containsExactly("ERROR Config subscriber threw error, InputError: boom");
    }

    @Test
    void logsFailuresToReload() {
        var failing = FileConfigSource.create(Path.of("/nowhere/app-config.yaml"), Map.of(), Optional.empty());
        Reload.attempt(failing, _ -> lines.add("changed"), "Failed to reload configuration, ");
        assertThat(lines)
                .containsExactly("ERROR Failed to reload configuration, "
                        + "NotFoundError: Config file \"/nowhere/app-config.yaml\" does not exist");
    }
}
