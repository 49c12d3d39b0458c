// SPDX-License-Identifier: Apache-2.0
/** From what was found to what is stored: runs entities through the processors, in batches. */
@NullMarked
package dev.understudy.catalog.backend.processing;

import org.jspecify.annotations.NullMarked;
