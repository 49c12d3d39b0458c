// SPDX-License-Identifier: Apache-2.0
/** Connections to Redis and Valkey, for the cache and for rate limits. */
@NullMarked
package dev.understudy.backend.defaults.redis;

import org.jspecify.annotations.NullMarked;
