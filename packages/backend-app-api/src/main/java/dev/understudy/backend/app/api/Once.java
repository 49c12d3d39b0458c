// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.app.api;

import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Something that is created once, by whoever asks first; a failure stays. Thread-safe. */
final class Once {
    private @Nullable Object value;
    private @Nullable RuntimeException failure;

    /** The value, which is created now if this is the first call. Others wait. */
    synchronized Object get(Callable<?> creator, Function<Throwable, RuntimeException> describeFailure) {
        if (failure != null) {
            throw failure;
        }
        var present = value;
        return present != null ? present : create(creator, describeFailure);
    }

    /** The value, if it has been created. */
    synchronized Optional<Object> existing() {
        return Optional.ofNullable(value);
    }

    private Object create(Callable<?> creator, Function<Throwable, RuntimeException> describeFailure) {
        try {
            var created = Created.requirePresent(creator.call());
            value = created;
            return created;
        } catch (Exception | LinkageError cause) {
            if (cause instanceof InterruptedException) {
                Thread.currentThread().interrupt();
            }
            var described = describeFailure.apply(cause);
            failure = described;
            throw described;
        }
    }
}
