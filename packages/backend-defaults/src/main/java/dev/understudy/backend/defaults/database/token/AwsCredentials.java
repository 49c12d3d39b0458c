// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.defaults.database.token;

import java.util.Optional;

/** An identity at AWS. */
record AwsCredentials(String accessKeyId, String secretAccessKey, Optional<String> sessionToken) {
    @Override
    public String toString() {
        return "AwsCredentials[" + accessKeyId + "]";
    }
}
