// SPDX-License-Identifier: Apache-2.0
package dev.understudy.config.loader;

import dev.understudy.config.loader.value.Origin;
import dev.understudy.config.loader.value.SourcedValue;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** Values given by the program. Backstage counterpart: {@code StaticConfigSource}. */
public final class StaticConfigSource implements ConfigSource {
    private static final String DEFAULT_CONTEXT = "static-config";

    private final SourcedConfig config;

    private StaticConfigSource(SourcedConfig config) {
        this.config = config;
    }

    /** A source of an object's values, known as {@code static-config}. */
    public static StaticConfigSource create(JsonNode data) {
        return create(data, DEFAULT_CONTEXT);
    }

    /** A source of an object's values, known by the given name. */
    public static StaticConfigSource create(JsonNode data, String context) {
        if (SourcedValue.of(data, new Origin(context, 0)) instanceof SourcedValue.Fields fields) {
            return new StaticConfigSource(new SourcedConfig(context, fields));
        }
        throw new IllegalArgumentException("The data of a configuration source must be an object");
    }

    @Override
    public List<SourcedConfig> read() {
        return List.of(config);
    }

    @Override
    public String toString() {
        return "StaticConfigSource{}";
    }
}
