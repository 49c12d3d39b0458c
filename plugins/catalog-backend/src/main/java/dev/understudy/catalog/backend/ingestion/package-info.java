// SPDX-License-Identifier: Apache-2.0
/** Which entities may come from where. */
@NullMarked
package dev.understudy.catalog.backend.ingestion;

import org.jspecify.annotations.NullMarked;
