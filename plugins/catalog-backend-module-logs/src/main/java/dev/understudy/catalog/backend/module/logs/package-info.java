// SPDX-License-Identifier: Apache-2.0
/** Logs what goes wrong while the catalog processes entities. */
@NullMarked
package dev.understudy.catalog.backend.module.logs;

import org.jspecify.annotations.NullMarked;
