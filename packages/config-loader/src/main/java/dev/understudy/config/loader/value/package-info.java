// SPDX-License-Identifier: Apache-2.0
/** Configuration values that know where they were written. */
@NullMarked
package dev.understudy.config.loader.value;

import org.jspecify.annotations.NullMarked;
