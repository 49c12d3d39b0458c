// SPDX-License-Identifier: Apache-2.0
/** What a plugin tells of its permissions. Backstage counterpart: {@code entrypoints/permissionsRegistry}. */
@NullMarked
package dev.understudy.backend.defaults.permissionsregistry;

import org.jspecify.annotations.NullMarked;
