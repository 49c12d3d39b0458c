// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.common;

import static java.util.Objects.requireNonNull;

import dev.understudy.catalog.model.LocationRef;
import java.util.Optional;

/**
 * Where entities are read from. Backstage counterpart: {@code LocationSpec}.
 *
 * @param type how to read the target, such as {@code url} or {@code file}
 * @param target what to read
 * @param presence whether the target may be missing; required when nothing is said
 */
public record LocationSpec(String type, String target, Optional<Presence> presence) {
    public LocationSpec {
        requireNonNull(type, "type");
        requireNonNull(target, "target");
    }

    /** A location that says nothing about its presence. */
    public LocationSpec(String type, String target) {
        this(type, target, Optional.empty());
    }

    /** The location that a reference names. */
    public static LocationSpec of(LocationRef ref) {
        return new LocationSpec(ref.type(), ref.target());
    }

    /**
     * The form {@code type:target}.
     *
     * @throws dev.understudy.errors.TypeException if either is empty or the target is a script
     */
    public String stringify() {
        return new LocationRef(type, target).stringify();
    }

    /** Whether a location's target may be missing. */
    public enum Presence {
        REQUIRED("required"),
        OPTIONAL("optional");

        private final String text;

        Presence(String text) {
            this.text = text;
        }

        /** The word in entities and requests. */
        public String text() {
            return text;
        }
    }
}
