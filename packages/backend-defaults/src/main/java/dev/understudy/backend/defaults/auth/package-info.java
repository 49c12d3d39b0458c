// SPDX-License-Identifier: Apache-2.0
/**
 * Tokens: those that plugins make for each other, those of users, and those of external systems.
 *
 * <p>Signatures are checked with the JDK alone, by code that pins the algorithm to the kind of key; a library for all of
 * JOSE costs about a tenth of a second when a backend starts. Backstage counterpart: {@code
 * @backstage/backend-defaults/auth}.
 */
@NullMarked
package dev.understudy.backend.defaults.auth;

import org.jspecify.annotations.NullMarked;
