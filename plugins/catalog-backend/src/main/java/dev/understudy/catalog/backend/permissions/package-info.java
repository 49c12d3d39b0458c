// SPDX-License-Identifier: Apache-2.0
/** The questions that permission policies may ask about entities. Backstage counterpart: {@code permissions/rules}. */
@NullMarked
package dev.understudy.catalog.backend.permissions;

import org.jspecify.annotations.NullMarked;
