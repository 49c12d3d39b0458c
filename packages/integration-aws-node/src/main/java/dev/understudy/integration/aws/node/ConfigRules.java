// SPDX-License-Identifier: Apache-2.0
package dev.understudy.integration.aws.node;

import dev.understudy.config.Config;
import dev.understudy.config.ConfigException;
import dev.understudy.integration.Secret;
import java.util.Optional;

/** Checks what goes together in a section, and says of which account it is. */
record ConfigRules(String account) {
    static Optional<Secret> secret(Config config, String key) {
        return config.optionalString(key).map(text -> Secret.of(text.trim()));
    }

    /** Fails unless one of two things is absent. */
    void notBoth(Optional<?> one, Optional<?> other, String problem) {
        if (one.isPresent() && other.isPresent()) {
            throw new ConfigException(account + " has " + problem);
        }
    }

    /** Fails if something is there without what it needs. */
    void needs(Optional<?> one, Optional<?> needed, String problem) {
        if (one.isPresent() && needed.isEmpty()) {
            throw new ConfigException(account + " has " + problem);
        }
    }

    /** An access key comes with its secret, and not with a profile. */
    void accessKey(Optional<String> accessKeyId, Optional<Secret> secretAccessKey, Optional<String> profile) {
        needs(accessKeyId, secretAccessKey, "an access key ID configured, but no secret access key.");
        needs(secretAccessKey, accessKeyId, "a secret access key configured, but no access key ID");
        notBoth(profile, accessKeyId, "both an access key ID and a profile configured, but only one must be specified");
    }
}
