// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.model;

import java.util.Optional;

/**
 * What an entity reference means where it leaves something out.
 *
 * @param defaultKind the kind of references that name none; empty when every reference must name one
 * @param defaultNamespace the namespace of references that name none
 */
public record EntityRefContext(Optional<String> defaultKind, String defaultNamespace) {
    /** No default kind, and the namespace {@code default}. */
    public static final EntityRefContext NONE = inNamespace(Entity.DEFAULT_NAMESPACE);

    public EntityRefContext {
        defaultNamespace = defaultNamespace.isEmpty() ? Entity.DEFAULT_NAMESPACE : defaultNamespace;
    }

    /** A default kind, in the namespace {@code default}. */
    public static EntityRefContext ofKind(String defaultKind) {
        return of(defaultKind, Entity.DEFAULT_NAMESPACE);
    }

    /** A default namespace only. */
    public static EntityRefContext inNamespace(String defaultNamespace) {
        return new EntityRefContext(Optional.empty(), defaultNamespace);
    }

    /** Both defaults. */
    public static EntityRefContext of(String defaultKind, String defaultNamespace) {
        return new EntityRefContext(Optional.of(defaultKind), defaultNamespace);
    }
}
