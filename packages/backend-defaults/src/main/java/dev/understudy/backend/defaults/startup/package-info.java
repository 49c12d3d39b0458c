// SPDX-License-Identifier: Apache-2.0
/** Explains the start of this backend, as JSON and on a page for people. Backstage has no counterpart. */
@NullMarked
package dev.understudy.backend.defaults.startup;

import org.jspecify.annotations.NullMarked;
