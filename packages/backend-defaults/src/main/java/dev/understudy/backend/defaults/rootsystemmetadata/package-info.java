// SPDX-License-Identifier: Apache-2.0
/** Which plugins are installed anywhere. Backstage counterpart: {@code @backstage/backend-defaults/rootSystemMetadata}. */
@NullMarked
package dev.understudy.backend.defaults.rootsystemmetadata;

import org.jspecify.annotations.NullMarked;
