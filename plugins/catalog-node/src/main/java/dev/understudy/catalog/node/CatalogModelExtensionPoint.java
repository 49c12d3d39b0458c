// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.node;

import dev.understudy.catalog.model.EntityField;
import dev.understudy.catalog.model.layer.CatalogModelSource;
import java.util.Map;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;

/** Changes what entities may look like. Backstage counterpart: {@code CatalogModelExtensionPoint}. */
public interface CatalogModelExtensionPoint {
    /** Replaces the checks of some fields. */
    void setFieldValidators(Map<EntityField, Predicate<JsonNode>> validators);

    /**
     * Replaces the parser of catalog files.
     *
     * @throws IllegalStateException if it has been replaced already
     */
    void setEntityDataParser(CatalogProcessorParser parser);

    /**
     * Adds layers to the model. As soon as there is a source, the model of all sources decides which kinds there are, in
     * place of the kinds that are built in.
     */
    void addModelSource(CatalogModelSource source);
}
