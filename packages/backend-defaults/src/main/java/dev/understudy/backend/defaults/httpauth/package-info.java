// SPDX-License-Identifier: Apache-2.0
/** Who sent a request. Backstage counterpart: {@code @backstage/backend-defaults/httpAuth}. */
@NullMarked
package dev.understudy.backend.defaults.httpauth;

import org.jspecify.annotations.NullMarked;
