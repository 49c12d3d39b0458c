// SPDX-License-Identifier: Apache-2.0
/**
 * Entities from GitHub: repositories with catalog files, organizations with their users and teams.
 *
 * <pre>{@code
 * backend.add(CatalogModuleGithub::feature);
 * }</pre>
 *
 * Backstage counterpart: {@code @backstage/plugin-catalog-backend-module-github}.
 */
@NullMarked
package dev.understudy.catalog.backend.module.github;

import org.jspecify.annotations.NullMarked;
