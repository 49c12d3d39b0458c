// SPDX-License-Identifier: Apache-2.0
package dev.understudy.permission.common;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a permission lets one do. */
public enum PermissionAction {
    CREATE,
    READ,
    UPDATE,
    DELETE;

    /** The action with this name on the wire. */
    public static Optional<PermissionAction> ofWireName(String name) {
        return Arrays.stream(values())
                .filter(action -> action.wireName().equals(name))
                .findFirst();
    }

    /** The name on the wire, such as {@code read}. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
