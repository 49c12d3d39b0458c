// SPDX-License-Identifier: Apache-2.0
/**
 * Finds, reads, merges and watches configuration.
 *
 * <pre>{@code
 * var source = ConfigSources.create(ConfigSourceOptions.of(arguments, System.getenv(), Path.of("")));
 * System.out.println("Loading config from " + source);
 * try (var config = LiveConfig.load(source)) {
 *     var url = config.string("backend.baseUrl");
 * }
 * }</pre>
 *
 * Backstage counterpart: {@code @backstage/config-loader}.
 */
@NullMarked
package dev.understudy.config.loader;

import org.jspecify.annotations.NullMarked;
