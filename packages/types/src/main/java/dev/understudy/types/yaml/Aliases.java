// SPDX-License-Identifier: Apache-2.0
package dev.understudy.types.yaml;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.common.Anchor;
import tools.jackson.databind.JsonNode;

/** Values that anchors name. Each has a weight, the number of aliases that its content stands for, which is limited. */
final class Aliases {
    private static final int MAX_COUNT = 100;

    private final Map<String, Anchored> anchors = new HashMap<>();
    private int lastWeight;

    /** The weight of the value that came last. */
    int lastWeight() {
        return lastWeight;
    }

    JsonNode anchored(Optional<Anchor> anchor, JsonNode value, int weight) {
        anchor.ifPresent(name -> anchors.put(name.getValue(), new Anchored(value, weight)));
        lastWeight = weight;
        return value;
    }

    JsonNode resolve(Anchor anchor) {
        var found = anchors.get(anchor.getValue());
        if (found == null) {
            throw new YamlAliasException(
                    "Unresolved alias (the anchor must be set before the alias): " + anchor.getValue());
        }
        found.count++;
        if ((long) found.count * found.weight > MAX_COUNT) {
            throw new YamlAliasException("Excessive alias count indicates a resource exhaustion attack");
        }
        lastWeight = found.count * found.weight;
        return found.value;
    }

    private static final class Anchored {
        final JsonNode value;
        final int weight;
        int count = 1;

        Anchored(JsonNode value, int weight) {
            this.value = value;
            this.weight = weight;
        }
    }
}
