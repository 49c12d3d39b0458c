// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.defaults.auth;

import java.util.List;
import tools.jackson.databind.JsonNode;

/** The keys of one plugin. */
sealed interface PluginKeySource permits DatabaseKeySource, StaticKeySource {
    /** The key to sign with now. */
    SigningKey signingKey();

    /** All public keys by which others may still have to verify, each a JWK. */
    List<JsonNode> publicKeys();
}
