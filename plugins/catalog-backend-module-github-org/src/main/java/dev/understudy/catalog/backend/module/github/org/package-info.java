// SPDX-License-Identifier: Apache-2.0
/** Users and teams from GitHub. Backstage counterpart: {@code @backstage/plugin-catalog-backend-module-github-org}. */
@NullMarked
package dev.understudy.catalog.backend.module.github.org;

import org.jspecify.annotations.NullMarked;
