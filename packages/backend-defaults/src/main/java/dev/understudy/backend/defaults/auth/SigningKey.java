// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.defaults.auth;

import java.security.PrivateKey;

/** The key with which a plugin signs its tokens. */
record SigningKey(String id, JwsAlgorithm algorithm, PrivateKey key) {
    @Override
    public String toString() {
        return "SigningKey[id=" + id + "]";
    }
}
