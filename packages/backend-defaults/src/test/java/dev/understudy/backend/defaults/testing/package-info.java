// SPDX-License-Identifier: Apache-2.0
/** What the tests of several default services need. */
@NullMarked
package dev.understudy.backend.defaults.testing;

import org.jspecify.annotations.NullMarked;
