// SPDX-License-Identifier: Apache-2.0
package dev.understudy.config.loader.schema;

import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.StringNode;

/** Hides what a schema calls secret, and what no schema knows but has the name of a secret. */
final class SecretMask {
    private static final JsonNode MASK = StringNode.valueOf("<secret>");
    private static final Pattern TELLING_NAME = Pattern.compile(
            "(?i).*(?:password|passwd|passphrase|secret|token|credential|private-?_?key|api-?_?key|access-?_?key).*");

    private final VisibilityMap visibilities;

    SecretMask(VisibilityMap visibilities) {
        this.visibilities = visibilities;
    }

    JsonNode apply(JsonNode data) {
        return mask(data, "", Visibility.BACKEND);
    }

    private JsonNode mask(JsonNode value, String path, Visibility inherited) {
        var visibility = visibilities.at(path).orElse(inherited);
        var below = visibilities.below(path).orElse(inherited);
        return switch (value.getNodeType()) {
            case OBJECT -> {
                var object = JsonNodeFactory.instance.objectNode();
                value.forEachEntry((name, field) -> object.set(name, field(name, field, path, below)));
                yield object;
            }
            case ARRAY -> {
                var array = JsonNodeFactory.instance.arrayNode();
                for (int index = 0; index < value.size(); index++) {
                    var secret = visibility == Visibility.SECRET;
                    array.add(mask(value.get(index), path + "/" + index, secret ? visibility : below));
                }
                yield array;
            }
            default -> visibility == Visibility.SECRET ? MASK : value;
        };
    }

    private JsonNode field(String name, JsonNode field, String path, Visibility below) {
        var fieldPath = path + "/" + name;
        var known = visibilities.at(fieldPath).isPresent();
        var telling = field.isString() && !known && TELLING_NAME.matcher(name).matches();
        return telling ? MASK : mask(field, fieldPath, below);
    }
}
