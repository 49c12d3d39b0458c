// SPDX-License-Identifier: Apache-2.0
/** What the tests of several modules play with that {@code backend-test-utils} stands on, and so cannot use it. */
@NullMarked
package dev.understudy.backend.plugin.test.utils;

import org.jspecify.annotations.NullMarked;
