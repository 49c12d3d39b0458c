// SPDX-License-Identifier: Apache-2.0
/**
 * A plugin's own place in the HTTP server, with what stands in front of it.
 *
 * <p>Backstage counterpart: {@code @backstage/backend-defaults/httpRouter}.
 */
@NullMarked
package dev.understudy.backend.defaults.httprouter;

import org.jspecify.annotations.NullMarked;
