// SPDX-License-Identifier: Apache-2.0
package dev.understudy.config.loader.schema;

import com.networknt.schema.Error;
import dev.understudy.config.loader.EffectiveConfig;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * Tells errors in what some may see from those in the rest. Wrong kinds of objects and arrays concern everybody. Backstage
 * counterpart: {@code filterErrorsByVisibility}.
 */
final class VisibleErrors {
    private final List<SchemaDocument> documents;
    private final EffectiveConfig config;
    private final VisibilityMap visibilities;
    private final Set<Visibility> included;

    VisibleErrors(List<SchemaDocument> documents, EffectiveConfig config, Set<Visibility> included) {
        this.documents = documents;
        this.config = config;
        this.visibilities = VisibilityMap.of(documents, config.data());
        this.included = included;
    }

    boolean contain(Error error, String path) {
        return contain(path)
                || (error.getKeyword().equals("type")
                        && Set.of("object", "array")
                                .contains(error.getSchemaNode().asString("")))
                || (error.getKeyword().equals("required") && isShown(path, error.getProperty()));
    }

    boolean contain(String path) {
        return included.contains(visibilities.at(path).orElse(Visibility.BACKEND));
    }

    private boolean isShown(String path, String missing) {
        var schemas = Subschemas.of(documents, config.data());
        for (var step : path.split("/", -1)) {
            schemas = step.isEmpty()
                    ? schemas
                    : schemas.below(step.replace("~1", "/").replace("~0", "~"));
        }
        return schemas.property(missing).stream().anyMatch(schema -> mentions(schema.node()));
    }

    private boolean mentions(JsonNode schema) {
        return includes(schema.path("visibility"))
                || includes(schema.path("deepVisibility"))
                || schema.valueStream().anyMatch(this::mentions);
    }

    private boolean includes(JsonNode visibility) {
        return visibility.isString()
                && Visibility.of(visibility.stringValue())
                        .filter(included::contains)
                        .isPresent();
    }
}
