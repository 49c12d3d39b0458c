// SPDX-License-Identifier: Apache-2.0
/** The command line's {@code config}. */
@NullMarked
package dev.understudy.config.loader.command;

import org.jspecify.annotations.NullMarked;
