// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.app.api;

import org.jspecify.annotations.Nullable;

/** Checks what creators return. */
final class Created {
    private Created() {}

    static <T> T requirePresent(@Nullable T instance) {
        if (instance == null) {
            throw new IllegalStateException("The creator returned null");
        }
        return instance;
    }
}
