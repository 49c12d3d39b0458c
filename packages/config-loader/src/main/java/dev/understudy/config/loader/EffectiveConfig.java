// SPDX-License-Identifier: Apache-2.0
package dev.understudy.config.loader;

import dev.understudy.config.AppConfig;
import dev.understudy.config.ConfigReader;
import dev.understudy.config.loader.value.Origin;
import dev.understudy.config.loader.value.SourcedValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;

/** All sources merged, each value with the place that it comes from. Immutable. */
public final class EffectiveConfig {
    private final List<SourcedConfig> configs;
    private final SourcedValue.Fields root;
    private final JsonNode data;

    private EffectiveConfig(List<SourcedConfig> configs, SourcedValue.Fields root) {
        this.configs = configs;
        this.root = root;
        this.data = root.toJson();
    }

    /** Merges the sources, the later ones over the earlier ones. */
    public static EffectiveConfig of(List<SourcedConfig> configs) {
        var root = new SourcedValue.Fields(new LinkedHashMap<>(), new Origin("", 0));
        for (var config : configs) {
            root = SourcedMerge.merge(config.data(), root);
        }
        return new EffectiveConfig(List.copyOf(configs), root);
    }

    /** The merged values. */
    public JsonNode data() {
        return data;
    }

    /** The sources, in the order of merging. */
    public List<AppConfig> appConfigs() {
        return configs.stream().map(SourcedConfig::appConfig).toList();
    }

    /** A reader, with the sources' names in its messages. */
    public ConfigReader reader() {
        return ConfigReader.fromConfigs(appConfigs());
    }

    /** Every value in force, in the order of the merged objects. */
    public List<EffectiveValue> values() {
        return values(UnaryOperator.identity());
    }

    /** Every value in force as it may be shown, for example {@code <secret>} for secrets. */
    public List<EffectiveValue> values(UnaryOperator<JsonNode> shown) {
        var values = new ArrayList<EffectiveValue>();
        collect(root, shown.apply(data), "", values);
        return List.copyOf(values);
    }

    private static void collect(SourcedValue value, JsonNode shown, String path, List<EffectiveValue> values) {
        switch (value) {
            case SourcedValue.Fields object
            when !object.fields().isEmpty() ->
                object.fields()
                        .forEach((name, field) ->
                                collect(field, shown.path(name), path.isEmpty() ? name : path + "." + name, values));
            case SourcedValue.Items array
            when !array.items().isEmpty() -> {
                for (int index = 0; index < array.items().size(); index++) {
                    collect(array.items().get(index), shown.path(index), path + "[" + index + "]", values);
                }
            }
            case SourcedValue.Fields _, SourcedValue.Items _, SourcedValue.Scalar _ ->
                values.add(new EffectiveValue(path, shown, value.origin()));
        }
    }

    /** Where the value at the pointer comes from; nothing if there is no such value, or it is the root. */
    public Optional<Origin> origin(JsonPointer pointer) {
        SourcedValue value = root;
        for (var rest = pointer; !rest.matches(); rest = rest.tail()) {
            var child = child(value, rest);
            if (child.isEmpty()) {
                return Optional.empty();
            }
            value = child.get();
        }
        return pointer.matches() ? Optional.empty() : Optional.of(value.origin());
    }

    private static Optional<SourcedValue> child(SourcedValue value, JsonPointer pointer) {
        return switch (value) {
            case SourcedValue.Fields object ->
                Optional.ofNullable(object.fields().get(pointer.getMatchingProperty()));
            case SourcedValue.Items array -> {
                var index = pointer.getMatchingIndex();
                yield index >= 0 && index < array.items().size()
                        ? Optional.of(array.items().get(index))
                        : Optional.empty();
            }
            case SourcedValue.Scalar _ -> Optional.empty();
        };
    }
}
