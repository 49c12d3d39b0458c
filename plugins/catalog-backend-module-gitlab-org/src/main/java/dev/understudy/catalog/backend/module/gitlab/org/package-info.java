// SPDX-License-Identifier: Apache-2.0
/** Users and groups from GitLab. Backstage counterpart: {@code @backstage/plugin-catalog-backend-module-gitlab-org}. */
@NullMarked
package dev.understudy.catalog.backend.module.gitlab.org;

import org.jspecify.annotations.NullMarked;
