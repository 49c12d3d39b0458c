// SPDX-License-Identifier: Apache-2.0
/** The processors that every catalog has. */
@NullMarked
package dev.understudy.catalog.backend.processors;

import org.jspecify.annotations.NullMarked;
