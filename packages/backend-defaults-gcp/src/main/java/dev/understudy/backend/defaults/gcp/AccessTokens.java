// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.defaults.gcp;

import dev.understudy.integration.Secret;
import java.io.IOException;
import java.util.Optional;

/** Has a token for each request. */
@FunctionalInterface
interface AccessTokens {
    Optional<Secret> token() throws IOException;
}
