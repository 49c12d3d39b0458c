// SPDX-License-Identifier: Apache-2.0
@NullMarked
package dev.understudy.catalog.backend.ingestion;

import org.jspecify.annotations.NullMarked;
