// SPDX-License-Identifier: Apache-2.0
/**
 * The catalog's HTTP API, and the reading of entities behind it. {@link
 * dev.understudy.catalog.backend.service.EntitiesCatalog} is the seam: routes know nothing of SQL.
 */
@NullMarked
package dev.understudy.catalog.backend.service;

import org.jspecify.annotations.NullMarked;
