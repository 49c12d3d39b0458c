// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.defaults.startup;

import dev.understudy.config.Config;
import dev.understudy.config.loader.EffectiveConfig;
import dev.understudy.config.loader.EffectiveValue;
import dev.understudy.config.loader.LiveConfig;
import dev.understudy.config.loader.SourcedConfig;
import dev.understudy.config.loader.schema.ConfigSchema;
import dev.understudy.config.loader.value.Origin;
import dev.understudy.config.loader.value.SourcedValue;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.StringNode;

/**
 * The configuration as it may be seen.
 *
 * @param values with what hides a secret in its place
 * @param hidden the keys of those that are hidden
 * @param secrets what is hidden
 */
record ShownConfig(List<EffectiveValue> values, Set<String> hidden, SecretTexts secrets) {
    private static final Origin UNKNOWN = new Origin("", 0);

    static ShownConfig of(Config config, ConfigSchema schema) {
        var effective = effective(config);
        var values = effective.values();
        var masked = effective.values(schema::masked);
        var secrets = new LinkedHashSet<>(schema.secrets(effective.data()));
        var hidden = new LinkedHashSet<String>();
        for (int index = 0; index < values.size(); index++) {
            var value = values.get(index);
            if (!value.value().equals(masked.get(index).value())) {
                hidden.add(value.path());
                secrets.add(value.value().asString());
            }
        }
        return new ShownConfig(masked, hidden, SecretTexts.of(secrets));
    }

    /** Only configuration that was loaded knows where it comes from. */
    private static EffectiveConfig effective(Config config) {
        if (config instanceof LiveConfig live) {
            return live.effective();
        }
        var data = config.optionalValue().orElseGet(JsonNodeFactory.instance::objectNode);
        return SourcedValue.of(data, UNKNOWN) instanceof SourcedValue.Fields fields
                ? EffectiveConfig.of(List.of(new SourcedConfig("", fields)))
                : EffectiveConfig.of(List.of());
    }

    ArrayNode toJson() {
        var json = JsonNodeFactory.instance.arrayNode();
        values.forEach(value -> {
            var entry = json.addObject().put("path", value.path());
            if (hidden.contains(value.path())) {
                entry.put("secret", true);
            } else {
                entry.set("value", shown(value.value()));
            }
            if (!value.origin().source().isEmpty()) {
                entry.put("source", value.origin().source());
            }
            if (value.origin().line() > 0) {
                entry.put("line", value.origin().line());
            }
        });
        return json;
    }

    /** A text may contain a secret that stands elsewhere, as an address with a password does. */
    private JsonNode shown(JsonNode value) {
        return value.isString() ? StringNode.valueOf(secrets.hide(value.stringValue())) : value;
    }
}
