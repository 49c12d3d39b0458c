// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.node;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.understudy.catalog.common.LocationSpec;
import dev.understudy.catalog.model.Entity;
import dev.understudy.types.yaml.YamlDocument;
import dev.understudy.types.yaml.YamlDocuments;
import java.util.Locale;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Reads catalog files. Backstage counterpart: {@code parseEntityYaml}. */
public final class EntityYaml {
    private EntityYaml() {}

    /**
     * Emits one result for each document of a YAML stream that is not empty: an entity, of which nothing has been checked,
     * or an error.
     *
     * @throws dev.understudy.types.yaml.YamlAliasException if aliases refer to nothing or multiply beyond reason
     */
    public static void parse(byte[] data, LocationSpec location, CatalogProcessorEmit emit) {
        for (var document : YamlDocuments.of(new String(data, UTF_8))) {
            switch (document) {
                case YamlDocument.Malformed(var message) ->
                    emit.emit(CatalogProcessorResult.generalError(
                            location, "YAML error at " + location.stringify() + ", YAMLParseError: " + message));
                case YamlDocument.Content(var value) -> emitContent(value, location, emit);
            }
        }
    }

    private static void emitContent(JsonNode value, LocationSpec location, CatalogProcessorEmit emit) {
        if (value instanceof ObjectNode object) {
            emit.emit(CatalogProcessorResult.entity(location, new Entity(object)));
        } else if (!value.isNull()) {
            emit.emit(CatalogProcessorResult.generalError(location, "Expected object at root, got " + typeOf(value)));
        }
    }

    private static String typeOf(JsonNode value) {
        return value.isArray() ? "object" : value.getNodeType().name().toLowerCase(Locale.ROOT);
    }
}
