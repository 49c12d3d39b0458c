// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.common;

import java.util.Locale;

/** Whether the target of a location has to be there. */
public enum LocationPresence {
    /** It is an error for it to be missing. */
    REQUIRED,
    /** It may be missing, for example because it is yet to be merged. */
    OPTIONAL;

    /** The name on the wire, such as {@code optional}. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
