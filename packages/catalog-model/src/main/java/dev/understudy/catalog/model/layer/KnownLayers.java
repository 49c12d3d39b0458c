// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.model.layer;

import static dev.understudy.catalog.model.layer.KnownFields.OWNER;
import static dev.understudy.catalog.model.layer.KnownFields.SYSTEM;

import java.util.ArrayList;
import java.util.List;

/** The layers that Backstage has. They are built when they are asked for. */
public final class KnownLayers {
    private static final String DEFAULT_ID = "catalog.backstage.io/default-entity-model";

    private KnownLayers() {}

    /** The kinds, relations and annotations of every catalog. Backstage counterpart: {@code defaultCatalogEntityModel}. */
    public static CatalogModelLayer defaultEntityModel() {
        return CatalogModelLayer.create(DEFAULT_ID, model -> {
            DefaultKinds.addTo(model);
            DefaultRelations.addTo(model);
            DefaultAnnotations.addTo(model);
        });
    }

    /** The kind AiResource, on top of the default. Backstage counterpart: {@code aiResourceEntityModel}. */
    public static CatalogModelLayer aiResource() {
        return CatalogModelLayer.create("catalog.backstage.io/kind-ai-resource", AiResourceKind::addTo);
    }

    /** APIs of the type {@code mcp-server}, on top of the default. Backstage counterpart: {@code mcpServerApiEntityModel}. */
    public static CatalogModelLayer mcpServerApi() {
        var schema = SpecSchema.requiring("type", "lifecycle", "owner", "remotes")
                .constant("type", "mcp-server")
                .texts("lifecycle", "owner", "system")
                .objects("remotes", "type", "url");
        var version = KindVersion.of(schema.document(), "v1alpha1", "v1beta1")
                .withSpecTypes("mcp-server")
                .withDescription("An MCP (Model Context Protocol) server exposed as an API entity.")
                .withRelationFields(OWNER, SYSTEM);
        return CatalogModelLayer.create(
                "catalog.backstage.io/kind-api-mcp-server", model -> model.addKindVersions("API", List.of(version)));
    }

    /** The layers, and the default one unless they have one with its id. */
    static List<CatalogModelLayer> withDefault(List<CatalogModelLayer> layers) {
        var all = new ArrayList<>(layers);
        if (layers.stream().noneMatch(layer -> layer.layerId().equals(DEFAULT_ID))) {
            all.add(defaultEntityModel());
        }
        return all;
    }
}
