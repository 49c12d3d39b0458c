// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.plugin.api;

/**
 * Offers a feature to backends that install what they find on the class path. Registered for {@link
 * java.util.ServiceLoader} in {@code META-INF/services}; a jar may register several.
 *
 * <p>Backstage counterpart: the default export of a package with a {@code backstage.role}.
 */
public interface BackendFeatureProvider {
    /** The name that {@code backend.packages} includes or excludes, such as {@code @backstage/plugin-catalog-backend}. */
    String packageName();

    /** The feature; called only when the package is included. */
    BackendFeature feature();
}
