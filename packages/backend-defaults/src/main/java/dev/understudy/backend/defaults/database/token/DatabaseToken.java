// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.defaults.database.token;

import java.time.Instant;

/**
 * A password that is good for a while.
 *
 * @param renewAt when another one should be asked for, a little before this one is over
 */
public record DatabaseToken(String password, Instant renewAt) {
    @Override
    public String toString() {
        return "DatabaseToken[renewAt=" + renewAt + "]";
    }
}
