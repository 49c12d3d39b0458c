// SPDX-License-Identifier: Apache-2.0
/** The catalog service for tests of other plugins. Backstage counterpart: {@code @backstage/plugin-catalog-node/testUtils}. */
@NullMarked
package dev.understudy.catalog.node.test.utils;

import org.jspecify.annotations.NullMarked;
