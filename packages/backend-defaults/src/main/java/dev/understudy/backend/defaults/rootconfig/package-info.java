// SPDX-License-Identifier: Apache-2.0
/** The configuration. Backstage counterpart: {@code @backstage/backend-defaults/rootConfig}. */
@NullMarked
package dev.understudy.backend.defaults.rootconfig;

import org.jspecify.annotations.NullMarked;
