// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.defaults.connections;

import static dev.understudy.backend.defaults.connections.LegacyEntry.copyStringArray;
import static dev.understudy.backend.defaults.connections.LegacyEntry.copyStrings;

import dev.understudy.config.Config;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** {@code integrations.github}, with its apps. */
final class LegacyGithub {
    private LegacyGithub() {}

    static JsonNode connection(Config config) {
        var entry = new LegacyEntry("github", config)
                .hostOr("github.com")
                .strings("apiBaseUrl", "rawBaseUrl")
                .auth("token", List.of("token"));
        config.optionalConfigArray("apps").orElseGet(List::of).forEach(app -> copy(app, entry.addAuth("app")));
        return entry.orNoAuth();
    }

    private static void copy(Config app, ObjectNode auth) {
        app.optionalValue("appId").ifPresent(id -> auth.set("appId", id));
        copyStrings(app, auth, "privateKey", "clientId", "clientSecret", "webhookSecret");
        copyStringArray(app, "allowedInstallationOwners", auth, "orgs");
        app.optionalBool("publicAccess").ifPresent(value -> auth.put("publicAccess", value));
    }
}
