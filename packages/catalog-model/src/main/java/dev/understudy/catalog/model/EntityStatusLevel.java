// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.model;

import java.util.Locale;

/** How bad a status is. */
public enum EntityStatusLevel {
    INFO,
    WARNING,
    ERROR;

    /** The name on the wire, such as {@code warning}. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
