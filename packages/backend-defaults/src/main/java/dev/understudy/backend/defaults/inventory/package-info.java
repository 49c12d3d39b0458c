// SPDX-License-Identifier: Apache-2.0
/** What plugins have put up in this backend, for those who look at it as a whole. Backstage has no counterpart. */
@NullMarked
package dev.understudy.backend.defaults.inventory;

import org.jspecify.annotations.NullMarked;
