// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.backend.service;

import java.util.List;
import java.util.Optional;

/** A page of a list, and the cursor of the next one if there is one. */
record EntitiesPage(List<byte[]> entities, Optional<String> nextCursor) {
    static final EntitiesPage EMPTY = new EntitiesPage(List.of(), Optional.empty());
}
