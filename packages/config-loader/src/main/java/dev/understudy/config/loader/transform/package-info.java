// SPDX-License-Identifier: Apache-2.0
/** What happens to a source's values before they are merged: {@code ${NAME}}, {@code $env}, {@code $file} and {@code $include}. */
@NullMarked
package dev.understudy.config.loader.transform;

import org.jspecify.annotations.NullMarked;
