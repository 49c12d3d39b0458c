// SPDX-License-Identifier: Apache-2.0
/** What is known of users. Backstage counterpart: {@code @backstage/backend-defaults/userInfo}. */
@NullMarked
package dev.understudy.backend.defaults.userinfo;

import org.jspecify.annotations.NullMarked;
