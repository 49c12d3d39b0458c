// SPDX-License-Identifier: Apache-2.0
package dev.understudy.events.node;

/** Where a validator says no. Backstage counterpart: {@code RequestValidationContext}. */
public interface RequestValidationContext {
    /** Refuses the request with the given answer. */
    void reject(RequestRejection rejection);

    /** Refuses the request with status 403 and an empty object. */
    default void reject() {
        reject(RequestRejection.forbidden());
    }
}
