// SPDX-License-Identifier: Apache-2.0
/** The cache. Entries have the form that keyv 5 gives them. Backstage counterpart: {@code entrypoints/cache}. */
@NullMarked
package dev.understudy.backend.defaults.cache;

import org.jspecify.annotations.NullMarked;
