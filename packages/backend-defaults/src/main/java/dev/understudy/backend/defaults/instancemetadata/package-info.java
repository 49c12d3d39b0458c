// SPDX-License-Identifier: Apache-2.0
/** What is installed here, feature by feature. Backstage counterpart: {@code instanceMetadata} of {@code @backstage/backend-defaults/alpha}. */
@NullMarked
package dev.understudy.backend.defaults.instancemetadata;

import org.jspecify.annotations.NullMarked;
