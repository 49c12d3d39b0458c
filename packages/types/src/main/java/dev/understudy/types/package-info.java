// SPDX-License-Identifier: Apache-2.0
/** Small types that everything else shares. Backstage counterpart: {@code @backstage/types}. */
@NullMarked
package dev.understudy.types;

import org.jspecify.annotations.NullMarked;
