// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.model;

import dev.understudy.errors.TypeException;
import java.util.Optional;

/** Gives groups without a parent a common one. Backstage counterpart: {@code GroupDefaultParentEntityPolicy}. */
public final class GroupDefaultParentEntityPolicy implements EntityPolicy {
    private final String parentRef;

    /**
     * Takes the reference of the common parent.
     *
     * @throws TypeException if it is not a group
     */
    public GroupDefaultParentEntityPolicy(String parentEntityRef) {
        var parent = EntityRef.parse(parentEntityRef, EntityRefContext.ofKind("Group"));
        if (!parent.kind().equalsIgnoreCase("group")) {
            throw new TypeException("group parent must be a group");
        }
        parentRef = parent.stringify();
    }

    @Override
    public Optional<Entity> enforce(Entity entity) {
        var needsParent = entity.kind().equals("Group")
                && EntityRefParser.isFalsy(entity.spec().get("parent"))
                && !entity.ref().stringify().equals(parentRef);
        return Optional.of(needsParent ? withParent(entity) : entity);
    }

    private Entity withParent(Entity entity) {
        var spec = entity.json().objectNode();
        entity.spec().forEachEntry(spec::set);
        return new Entity(entity.json().objectNode().setAll(entity.json()).set("spec", spec.put("parent", parentRef)));
    }
}
