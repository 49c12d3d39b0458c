// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.backend.database;

/** Refresh keys as the database can hold them. */
public final class RefreshKey {
    private static final int MAX_LENGTH = 255;
    private static final int KEPT_LENGTH = 180;

    private RefreshKey() {}

    /** The key itself, or its beginning and a hash if it is too long. */
    public static String stored(String key) {
        return key.length() > MAX_LENGTH ? key.substring(0, KEPT_LENGTH) + "#sha256:" + StableHash.sha256(key) : key;
    }
}
