// SPDX-License-Identifier: Apache-2.0
/** A cache in Infinispan. Backstage counterpart: {@code entrypoints/cache/providers/infinispan}. */
@NullMarked
package dev.understudy.backend.defaults.cache.infinispan;

import org.jspecify.annotations.NullMarked;
