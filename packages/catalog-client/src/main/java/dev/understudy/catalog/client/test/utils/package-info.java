// SPDX-License-Identifier: Apache-2.0
/** A catalog for tests. Backstage counterpart: {@code @backstage/catalog-client/testUtils}. */
@NullMarked
package dev.understudy.catalog.client.test.utils;

import org.jspecify.annotations.NullMarked;
