// SPDX-License-Identifier: Apache-2.0
package dev.understudy.config.loader.value;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** A configuration value that knows where it was written. Immutable. */
public sealed interface SourcedValue {
    /** Where it was written; for a value under a key, the key's line. */
    Origin origin();

    /** The same value, said to be written elsewhere. */
    SourcedValue at(Origin origin);

    /** The value alone. */
    JsonNode toJson();

    /** A string, number, boolean or null. */
    record Scalar(JsonNode value, Origin origin) implements SourcedValue {
        @Override
        public Scalar at(Origin origin) {
            return new Scalar(value, origin);
        }

        @Override
        public JsonNode toJson() {
            return value;
        }
    }

    /** An array. */
    record Items(List<SourcedValue> items, Origin origin) implements SourcedValue {
        public Items {
            items = List.copyOf(items);
        }

        @Override
        public Items at(Origin origin) {
            return new Items(items, origin);
        }

        @Override
        public JsonNode toJson() {
            var array = JsonNodeFactory.instance.arrayNode(items.size());
            items.forEach(item -> array.add(item.toJson()));
            return array;
        }
    }

    /** An object, its keys in the order written. */
    record Fields(Map<String, SourcedValue> fields, Origin origin) implements SourcedValue {
        public Fields {
            fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
        }

        @Override
        public Fields at(Origin origin) {
            return new Fields(fields, origin);
        }

        @Override
        public JsonNode toJson() {
            var object = JsonNodeFactory.instance.objectNode();
            fields.forEach((name, value) -> object.set(name, value.toJson()));
            return object;
        }
    }

    /** A value without places inside it, all of it written at one place. */
    static SourcedValue of(JsonNode value, Origin origin) {
        if (value.isObject()) {
            var fields = new LinkedHashMap<String, SourcedValue>();
            value.forEachEntry((name, field) -> fields.put(name, of(field, origin)));
            return new Fields(fields, origin);
        }
        if (value.isArray()) {
            return new Items(value.valueStream().map(item -> of(item, origin)).toList(), origin);
        }
        return new Scalar(value, origin);
    }
}
