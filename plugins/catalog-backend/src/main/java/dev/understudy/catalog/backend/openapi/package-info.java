// SPDX-License-Identifier: Apache-2.0
/**
 * Checks of requests against what the catalog's OpenAPI document says, with the messages of express-openapi-validator.
 * Each endpoint has a compact {@link dev.understudy.catalog.backend.openapi.Operation} instead of the document itself.
 */
@NullMarked
package dev.understudy.catalog.backend.openapi;

import org.jspecify.annotations.NullMarked;
