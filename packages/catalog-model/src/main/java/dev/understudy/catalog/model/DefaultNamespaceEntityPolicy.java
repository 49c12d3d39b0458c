// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.model;

import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/** Names the namespace where the entity does not. Backstage counterpart: {@code DefaultNamespaceEntityPolicy}. */
public final class DefaultNamespaceEntityPolicy implements EntityPolicy {
    private final String namespace;

    /** Sets the namespace {@link Entity#DEFAULT_NAMESPACE}. */
    public DefaultNamespaceEntityPolicy() {
        this(Entity.DEFAULT_NAMESPACE);
    }

    /** Sets a namespace of one's choice. */
    public DefaultNamespaceEntityPolicy(String namespace) {
        this.namespace = namespace;
    }

    @Override
    public Optional<Entity> enforce(Entity entity) {
        return Optional.of(
                EntityRefParser.isFalsy(entity.metadata().get("namespace")) ? new Entity(complete(entity)) : entity);
    }

    /** Clients see the order of fields: as in the reference, the metadata come first, and the namespace in them. */
    private ObjectNode complete(Entity entity) {
        var completed = entity.json().objectNode();
        var metadata = completed.putObject("metadata").put("namespace", namespace);
        entity.metadata().forEachEntry(metadata::set);
        entity.json().forEachEntry((field, value) -> {
            if (!field.equals("metadata")) {
                completed.set(field, value);
            }
        });
        return completed;
    }
}
