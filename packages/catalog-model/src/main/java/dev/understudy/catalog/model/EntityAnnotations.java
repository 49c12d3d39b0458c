// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.model;

/** The annotations that the framework itself reads or writes. */
public final class EntityAnnotations {
    /** The location that manages the entity, as a {@link LocationRef}. */
    public static final String LOCATION = "backstage.io/managed-by-location";

    /** The location that first led to the entity, as a {@link LocationRef}. */
    public static final String ORIGIN_LOCATION = "backstage.io/managed-by-origin-location";

    /** The location of the entity's sources, as a {@link LocationRef}. */
    public static final String SOURCE_LOCATION = "backstage.io/source-location";

    /** Where people can look at the entity's file. */
    public static final String VIEW_URL = "backstage.io/view-url";

    /** Where people can edit the entity's file. */
    public static final String EDIT_URL = "backstage.io/edit-url";

    /** {@code true} when nothing refers to the entity any more. */
    public static final String ORPHAN = "backstage.io/orphan";

    /** The address of a Kubernetes API server. */
    public static final String KUBERNETES_API_SERVER = "kubernetes.io/api-server";

    /** The certificate authority of a Kubernetes API server. */
    public static final String KUBERNETES_API_SERVER_CA = "kubernetes.io/api-server-certificate-authority";

    /** The authentication provider of a Kubernetes API server. */
    public static final String KUBERNETES_AUTH_PROVIDER = "kubernetes.io/auth-provider";

    private EntityAnnotations() {}
}
