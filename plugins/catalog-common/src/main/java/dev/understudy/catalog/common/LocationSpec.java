// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.common;

import static java.util.Objects.requireNonNull;

import dev.understudy.catalog.model.LocationRef;
import java.util.Optional;

/**
 * A place to read entities from. Backstage counterpart: {@code LocationSpec}.
 *
 * @param type how to read the target, such as {@code url}
 * @param target what to read
 * @param presence whether the target has to be there; required if not said
 */
public record LocationSpec(String type, String target, Optional<LocationPresence> presence) {
    public LocationSpec {
        requireNonNull(type, "type");
        requireNonNull(target, "target");
        requireNonNull(presence, "presence");
    }

    /** A location that does not say whether its target has to be there. */
    public static LocationSpec of(String type, String target) {
        return new LocationSpec(type, target, Optional.empty());
    }

    /** The location as a reference, {@code type:target}. */
    public LocationRef ref() {
        return new LocationRef(type, target);
    }

    /** Whether a missing target is no error. */
    public boolean isOptional() {
        return presence.filter(LocationPresence.OPTIONAL::equals).isPresent();
    }
}
