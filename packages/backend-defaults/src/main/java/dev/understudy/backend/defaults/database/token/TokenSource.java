// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.defaults.database.token;

import java.io.IOException;

/** Where tokens come from. */
@FunctionalInterface
public interface TokenSource {
    /** Asks for another token. */
    DatabaseToken acquire() throws IOException, InterruptedException;
}
