// SPDX-License-Identifier: Apache-2.0
/**
 * The root logger: one JSON object per line in production, coloured lines otherwise, secrets replaced, written to
 * standard output. What libraries log through SLF4J comes out of it too.
 *
 * <p>Backstage counterpart: {@code @backstage/backend-defaults/rootLogger}.
 */
@NullMarked
package dev.understudy.backend.defaults.rootlogger;

import org.jspecify.annotations.NullMarked;
