// SPDX-License-Identifier: Apache-2.0
/** Audit events, in the log. Backstage counterpart: {@code entrypoints/auditor}. */
@NullMarked
package dev.understudy.backend.defaults.auditor;

import org.jspecify.annotations.NullMarked;
