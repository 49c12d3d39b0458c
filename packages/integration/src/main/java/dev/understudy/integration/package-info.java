// SPDX-License-Identifier: Apache-2.0
/**
 * The source code hosts and stores that a backend works with, as {@code integrations} in the configuration lists them.
 *
 * <pre>{@code
 * var integrations = ScmIntegrations.fromConfig(config);
 * var edit = integrations.resolveEditUrl("https://github.com/o/r/blob/main/catalog-info.yaml");
 * var credentials = DefaultGithubCredentialsProvider.fromIntegrations(integrations).credentials(edit);
 * }</pre>
 *
 * Backstage counterpart: {@code @backstage/integration}.
 */
@NullMarked
package dev.understudy.integration;

import org.jspecify.annotations.NullMarked;
