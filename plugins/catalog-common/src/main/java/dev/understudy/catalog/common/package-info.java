// SPDX-License-Identifier: Apache-2.0
/**
 * What the catalog's backend and those who talk to it share: its permissions.
 *
 * <p>Backstage counterpart: {@code @backstage/plugin-catalog-common}.
 */
@NullMarked
package dev.understudy.catalog.common;

import org.jspecify.annotations.NullMarked;
