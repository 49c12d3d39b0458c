// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.client;

import java.util.Optional;

/**
 * The neighbours of a page.
 *
 * @param nextCursor absent on the last page
 * @param prevCursor absent on the first page
 */
public record PageInfo(Optional<String> nextCursor, Optional<String> prevCursor) {
    /** The only page. */
    public static final PageInfo NONE = new PageInfo(Optional.empty(), Optional.empty());
}
