// SPDX-License-Identifier: Apache-2.0
/** Passwords that clouds lend for a while, asked for at their documented HTTP interfaces. */
@NullMarked
package dev.understudy.backend.defaults.database.token;

import org.jspecify.annotations.NullMarked;
