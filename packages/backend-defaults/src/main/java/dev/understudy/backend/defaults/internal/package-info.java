// SPDX-License-Identifier: Apache-2.0
/** What several default services share. Not for use elsewhere. */
@NullMarked
package dev.understudy.backend.defaults.internal;

import org.jspecify.annotations.NullMarked;
