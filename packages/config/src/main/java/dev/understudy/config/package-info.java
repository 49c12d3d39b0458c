// SPDX-License-Identifier: Apache-2.0
/**
 * Typed reading of configuration, with messages that name the key and the source.
 *
 * <pre>{@code
 * var listen = config.config("backend.listen");
 * var port = listen.optionalInteger("port").orElse(7007);
 * }</pre>
 *
 * Backstage counterpart: {@code @backstage/config}.
 */
@NullMarked
package dev.understudy.config;

import org.jspecify.annotations.NullMarked;
