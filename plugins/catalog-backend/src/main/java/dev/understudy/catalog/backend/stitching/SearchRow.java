// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.backend.stitching;

import org.jspecify.annotations.Nullable;

/**
 * A fact about an entity that can be searched for.
 *
 * @param key where in the entity, in lower case
 * @param value what is there, in lower case; null if nothing is, or too much
 * @param originalValue what is there
 */
public record SearchRow(
        String key, @Nullable String value, @Nullable String originalValue) {}
