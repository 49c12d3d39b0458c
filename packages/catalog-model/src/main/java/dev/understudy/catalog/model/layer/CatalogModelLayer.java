// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.model.layer;

import java.util.List;
import java.util.function.Consumer;

/**
 * Changes to a model under one name. Two layers with the same id must be equal, and then count once. Immutable.
 *
 * <p>Backstage counterpart: {@code CatalogModelLayer} and {@code createCatalogModelLayer}.
 */
public final class CatalogModelLayer {
    private final String layerId;
    private final List<ModelOperation> operations;

    private CatalogModelLayer(String layerId, List<ModelOperation> operations) {
        this.layerId = layerId;
        this.operations = List.copyOf(operations);
    }

    /**
     * A layer with what the recipe asks for.
     *
     * @throws dev.understudy.errors.InputException when a schema is malformed or speaks of what is not its own
     */
    public static CatalogModelLayer create(String layerId, Consumer<CatalogModelLayerBuilder> recipe) {
        var builder = new CatalogModelLayerBuilder();
        recipe.accept(builder);
        return new CatalogModelLayer(layerId, builder.operations());
    }

    /** Such as {@code example.com/kind-robot}. */
    public String layerId() {
        return layerId;
    }

    List<ModelOperation> operations() {
        return operations;
    }
}
