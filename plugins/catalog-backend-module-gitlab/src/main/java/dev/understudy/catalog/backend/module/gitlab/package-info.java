// SPDX-License-Identifier: Apache-2.0
/**
 * Entities from GitLab: projects with catalog files, users and groups.
 *
 * <pre>{@code
 * backend.add(CatalogModuleGitlabDiscoveryEntityProvider::feature);
 * }</pre>
 *
 * Backstage counterpart: {@code @backstage/plugin-catalog-backend-module-gitlab}.
 */
@NullMarked
package dev.understudy.catalog.backend.module.gitlab;

import org.jspecify.annotations.NullMarked;
