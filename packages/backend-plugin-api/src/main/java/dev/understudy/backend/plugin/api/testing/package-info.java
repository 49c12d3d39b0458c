// SPDX-License-Identifier: Apache-2.0
/**
 * Requests without a server, for tests. They are here, and not beside the other test utilities, so that the tests of this
 * module and of those that the test utilities depend on can use them too.
 */
@NullMarked
package dev.understudy.backend.plugin.api.testing;

import org.jspecify.annotations.NullMarked;
