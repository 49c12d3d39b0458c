// SPDX-License-Identifier: Apache-2.0
/** The catalog's tables, and the statements that fill them. */
@NullMarked
package dev.understudy.catalog.backend.database;

import org.jspecify.annotations.NullMarked;
