// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.defaults.startup;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Something that is made when it is asked for, and kept. Thread-safe. */
final class Lazy<T> implements Supplier<T> {
    private final Supplier<T> creator;
    private @Nullable T value;

    Lazy(Supplier<T> creator) {
        this.creator = creator;
    }

    @Override
    public synchronized T get() {
        var present = value;
        if (present == null) {
            present = creator.get();
            value = present;
        }
        return present;
    }
}
