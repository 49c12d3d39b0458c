// SPDX-License-Identifier: Apache-2.0
package dev.understudy.types.schema;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * How long a string or an array may be.
 *
 * @param start what the message begins with
 * @param unit what it ends with
 */
record SizeLimits(String type, String start, String unit, OptionalInt minimum, OptionalInt maximum) {
    static SizeLimits ofString(OptionalInt minimum, OptionalInt maximum) {
        return new SizeLimits("string", "String must contain ", " character(s)", minimum, maximum);
    }

    static SizeLimits ofArray(OptionalInt minimum, OptionalInt maximum) {
        return new SizeLimits("array", "Array must contain ", " element(s)", minimum, maximum);
    }

    boolean isExact() {
        return minimum.isPresent() && minimum.equals(maximum);
    }

    Optional<SchemaIssue> breach(int size, List<Object> path) {
        if (minimum.isPresent() && size < minimum.getAsInt()) {
            return Optional.of(Limit.MINIMUM.ofSize(this, minimum.getAsInt(), path));
        }
        if (maximum.isPresent() && size > maximum.getAsInt()) {
            return Optional.of(Limit.MAXIMUM.ofSize(this, maximum.getAsInt(), path));
        }
        return Optional.empty();
    }
}
