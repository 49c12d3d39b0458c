// SPDX-License-Identifier: Apache-2.0
/**
 * What clients ask of the catalog, free of how it is stored: filters, order, pages, cursors and the choice of fields,
 * read from query strings and request bodies with Backstage's messages for what is wrong.
 */
@NullMarked
package dev.understudy.catalog.backend.query;

import org.jspecify.annotations.NullMarked;
