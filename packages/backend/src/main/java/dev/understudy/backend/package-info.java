// SPDX-License-Identifier: Apache-2.0
/** The example application, with one small main per deployment. */
@NullMarked
package dev.understudy.backend;

import org.jspecify.annotations.NullMarked;
