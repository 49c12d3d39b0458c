// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.defaults;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.config.loader.EffectiveConfig;
import dev.understudy.config.loader.StaticConfigSource;
import dev.understudy.config.loader.schema.ConfigSchema;
import dev.understudy.config.loader.schema.ConfigViolation;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** Every key that the core services read is known to {@code config check}, and what looks like one is not. */
final class ConfigKeysTest {
    private static final ConfigSchema SCHEMA = ConfigSchema.fromClasspath(ConfigKeysTest.class.getClassLoader());
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    static List<String> documentedKeys() throws IOException {
        try (var file = ConfigKeysTest.class.getResourceAsStream("/documented-keys.txt")) {
            return new String(requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("documentedKeys")
    void knowsAKeyAndNotItsNeighbour(String key) {
        assertThat(unknownKeys(key)).isEmpty();
        var name = key.substring(key.lastIndexOf('.') + 1);
        assertThat(unknownKeys(key + "X"))
                .singleElement()
                .asString()
                .startsWith("Config has an unknown key '" + name + "X' at /")
                .contains(", did you mean '");
    }

    private static List<String> unknownKeys(String key) {
        var config = EffectiveConfig.of(StaticConfigSource.create(config(key)).read());
        return SCHEMA.validate(config).stream()
                .map(ConfigViolation::message)
                .filter(message -> message.contains("unknown key"))
                .toList();
    }

    /** Configuration with this key alone; {@code *} is any name and {@code []} a list. */
    private static JsonNode config(String path) {
        if (path.isEmpty()) {
            return JSON.booleanNode(true);
        }
        if (path.startsWith("[]")) {
            return JSON.arrayNode().add(config(path.substring(2).replaceFirst("^\\.", "")));
        }
        var end = path.split("(?=\\.|\\[)", 2);
        var name = end[0].equals("*") ? "some" : end[0];
        var rest = end.length == 1 ? "" : end[1].replaceFirst("^\\.", "");
        return JSON.objectNode().set(name, config(rest));
    }
}
