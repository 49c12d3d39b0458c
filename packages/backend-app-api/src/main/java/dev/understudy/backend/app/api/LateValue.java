// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.app.api;

import dev.understudy.backend.plugin.api.Dependency;
import org.jspecify.annotations.Nullable;

/** A dependency whose value arrives after it was declared. */
final class LateValue<T> implements Dependency<T> {
    private final String description;
    private final String reader;
    private volatile @Nullable T value;

    /**
     * @param description the dependency, for messages
     * @param reader the function in which it may be read
     */
    LateValue(String description, String reader) {
        this.description = description;
        this.reader = reader;
    }

    void set(T value) {
        this.value = value;
    }

    @Override
    public T get() {
        var present = value;
        if (present == null) {
            throw new IllegalStateException(
                    "Dependency " + description + " was read while registering; read it inside " + reader);
        }
        return present;
    }
}
