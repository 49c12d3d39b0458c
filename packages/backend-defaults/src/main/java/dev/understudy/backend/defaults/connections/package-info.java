// SPDX-License-Identifier: Apache-2.0
/**
 * Connections to external systems, from {@code connections}, {@code integrations} and {@code aws}. What types there are and
 * what each may have configured is the table in {@code ConnectionTypes}.
 *
 * <p>Backstage counterpart: {@code @backstage/connections}.
 */
@NullMarked
package dev.understudy.backend.defaults.connections;

import org.jspecify.annotations.NullMarked;
