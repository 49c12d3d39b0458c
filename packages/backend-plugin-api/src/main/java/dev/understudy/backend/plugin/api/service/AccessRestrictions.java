// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.plugin.api.service;

import dev.understudy.types.Json;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * What an external token may do in this plugin. An empty set does not restrict.
 *
 * <p>Backstage counterpart: {@code BackstagePrincipalAccessRestrictions}.
 *
 * @param permissionNames the permissions it may use
 * @param permissionActions the values of a permission's {@code action} attribute it may use
 */
public record AccessRestrictions(Set<String> permissionNames, Set<String> permissionActions) {
    public AccessRestrictions {
        permissionNames = Collections.unmodifiableSet(new LinkedHashSet<>(permissionNames));
        permissionActions = Collections.unmodifiableSet(new LinkedHashSet<>(permissionActions));
    }

    /** A short text that differs when the restrictions differ. */
    String hash() {
        var json = Json.mapper().createObjectNode();
        if (!permissionNames.isEmpty()) {
            json.set("permissionNames", Json.mapper().valueToTree(permissionNames));
        }
        if (!permissionActions.isEmpty()) {
            json.putObject("permissionAttributes").set("action", Json.mapper().valueToTree(permissionActions));
        }
        try {
            var digest =
                    MessageDigest.getInstance("SHA-256").digest(json.toString().getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().withoutPadding().encodeToString(digest);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
