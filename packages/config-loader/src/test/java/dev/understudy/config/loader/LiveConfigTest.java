// SPDX-License-Identifier: Apache-2.0
package dev.understudy.config.loader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.understudy.config.ConfigSubscription;
import dev.understudy.types.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(30)
final class LiveConfigTest {
    @TempDir
    private Path folder;

    private final LinkedBlockingQueue<String> notices = new LinkedBlockingQueue<>();

    /** A source that the test changes by hand. */
    private static final class ManualSource implements ConfigSource {
        private final List<Consumer<List<SourcedConfig>>> listeners = new ArrayList<>();
        private String json;

        private ManualSource(String json) {
            this.json = json;
        }

        @Override
        public List<SourcedConfig> read() {
            return StaticConfigSource.create(Json.parse(json), "manual").read();
        }

        @Override
        public ConfigSubscription watch(Consumer<List<SourcedConfig>> onChange) {
            listeners.add(onChange);
            return () -> listeners.remove(onChange);
        }

        private void change(String newJson) {
            json = newJson;
            listeners.forEach(listener -> listener.accept(read()));
        }
    }

    private void write(String name, String text) throws IOException {
        // in one step, as careful editors do
        var temporary = Files.writeString(folder.resolve(name + ".tmp"), text);
        Files.move(
                temporary, folder.resolve(name), StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }

    private LiveConfig load() {
        var options = ConfigSourceOptions.of(List.of(), Map.of(), folder).withWatchInterval(Duration.ofMillis(5));
        return LiveConfig.load(ConfigSources.create(options));
    }

    private String nextNotice() throws InterruptedException {
        var notice = notices.poll(20, TimeUnit.SECONDS);
        return notice == null ? "nothing happened" : notice;
    }

    @Test
    void followsItsFiles() throws Exception {
        write("app-config.yaml", "a: {b: 1}");
        try (var config = load()) {
            var section = config.config("a");
            config.subscribe(() -> notices.add("b is " + section.optionalNumber("b")));
            write("app-config.yaml", "a: {b: 22}");
            assertThat(nextNotice()).isEqualTo("b is Optional[22.0]");
            write("app-config.yaml", "");
            assertThat(nextNotice()).isEqualTo("b is Optional.empty");
        }
    }

    @Test
    void followsIncludedFiles() throws Exception {
        write("text.txt", "one");
        write("part.yaml", "{$file: text.txt}");
        write("app-config.yaml", "a: {$file: text.txt}\nb: {$include: part.yaml}");
        try (var config = load()) {
            config.subscribe(() -> notices.add(config.value().toString()));
            write("text.txt", "three");
            assertThat(nextNotice()).isEqualTo("{\"a\":\"three\",\"b\":{\"$file\":\"text.txt\"}}");
            write("part.yaml", "[1]");
            assertThat(nextNotice()).isEqualTo("{\"a\":\"three\",\"b\":[1]}");
        }
    }

    @Test
    void survivesABrokenFile() throws Exception {
        write("app-config.yaml", "a: 1");
        try (var config = load()) {
            config.subscribe(() -> notices.add("a is " + config.integer("a")));
            write("app-config.yaml", "a: [");
            write("app-config.yaml", "a: 333");
            assertThat(nextNotice()).isEqualTo("a is 333");
        }
    }

    @Test
    void tellsNobodyUnlessTheMergedDataChanged() {
        var source = new ManualSource("{\"a\": 1}");
        try (var config = LiveConfig.load(source)) {
            config.subscribe(() -> notices.add("changed"));
            source.change("{\"a\": 1.0, \"b\": null}");
            assertThat(notices).isEmpty();
            source.change("{\"a\": 2}");
            assertThat(notices).containsExactly("changed");
        }
    }

    @Test
    void failingSubscribersDoNotKeepOthersFromHearing() {
        var source = new ManualSource("{}");
        try (var config = LiveConfig.load(source)) {
            config.subscribe(() -> {
                throw new IllegalStateException("boom");
            });
            config.config("section").subscribe(() -> notices.add("heard"));
            source.change("{\"a\": 2}");
            assertThat(notices).containsExactly("heard");
        }
    }

    @Test
    void eachSubscriptionEndsByItself() {
        var source = new ManualSource("{}");
        try (var config = LiveConfig.load(source)) {
            Runnable subscriber = () -> notices.add("heard");
            var first = config.subscribe(subscriber);
            config.subscribe(subscriber);
            first.close();
            first.close();
            source.change("{\"a\": 2}");
            assertThat(notices).containsExactly("heard");
        }
    }

    @Test
    void stopsWatchingWhenClosed() {
        var source = new ManualSource("{\"a\": 1}");
        var config = LiveConfig.load(source);
        config.close();
        source.change("{\"a\": 2}");
        assertThat(config.integer("a")).isEqualTo(1);
    }

    @Test
    void sectionsMayAppearAndGo() {
        var source = new ManualSource("{}");
        try (var config = LiveConfig.load(source)) {
            var section = config.config("a.b");
            assertThat(config.optionalConfig("a")).isEmpty();
            assertThat(section.keys()).isEmpty();
            assertThat(section.has("c")).isFalse();
            assertThat(section.optionalString("c")).isEmpty();
            assertThatThrownBy(() -> section.string("c"))
                    .hasMessage("Missing required config value at 'a.b' in 'manual'");
            source.change("{\"a\": {\"b\": {\"c\": \"text\"}}}");
            assertThat(section.string("c")).isEqualTo("text");
            assertThat(config.effective().values())
                    .extracting(EffectiveValue::path)
                    .containsExactly("a.b.c");
        }
    }
}
