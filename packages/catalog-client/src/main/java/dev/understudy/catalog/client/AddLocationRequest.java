// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.client;

import static java.util.Objects.requireNonNull;

import java.util.Locale;
import java.util.Optional;

/**
 * A location to register. Backstage counterpart of the same name.
 *
 * @param type how to read the target
 * @param target what to read
 * @param isDryRun whether only to tell what would happen
 * @param onConflict what to do when there is such a location; the catalog's configuration decides when nothing is said
 */
public record AddLocationRequest(String type, String target, boolean isDryRun, Optional<OnConflict> onConflict) {
    public AddLocationRequest {
        requireNonNull(type, "type");
        requireNonNull(target, "target");
        requireNonNull(onConflict, "onConflict");
    }

    /** A location of type {@code url}. */
    public static AddLocationRequest ofUrl(String target) {
        return new AddLocationRequest("url", target, false, Optional.empty());
    }

    /** The same location, only tried out. */
    public AddLocationRequest dryRun() {
        return new AddLocationRequest(type, target, true, onConflict);
    }

    public AddLocationRequest withType(String newType) {
        return new AddLocationRequest(newType, target, isDryRun, onConflict);
    }

    public AddLocationRequest withOnConflict(OnConflict choice) {
        return new AddLocationRequest(type, target, isDryRun, Optional.of(choice));
    }

    /** What to do with a location that is registered already. */
    public enum OnConflict {
        /** Have it read again, and answer with it. */
        REFRESH,
        /** Refuse. */
        REJECT;

        String text() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
