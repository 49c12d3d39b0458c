// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.defaults.connections;

import dev.understudy.backend.plugin.api.service.ConnectionQuery;
import dev.understudy.integration.WebUrl;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** An app of the organization in the URL, else one of no organization, else the only one, else a token, else nothing. */
final class GithubAuthRules implements ConnectionType.AuthRules {
    @Override
    public Optional<ConfiguredAuth> pick(List<ConfiguredAuth> auth, ConnectionQuery query) {
        var org = organization(query);
        var apps = auth.stream().filter(entry -> entry.isOf("app")).toList();
        return apps.stream()
                .filter(app -> org.map(organizations(app)::contains).orElse(false))
                .findFirst()
                .or(() -> apps.stream()
                        .filter(app -> organizations(app).isEmpty())
                        .findFirst())
                .or(() -> apps.size() == 1 ? Optional.of(apps.getFirst()) : Optional.empty())
                .or(() -> first(auth, "token"))
                .or(() -> first(auth, "none"));
    }

    private static Optional<String> organization(ConnectionQuery query) {
        return switch (query) {
            case ConnectionQuery.Url(var url) ->
                Arrays.stream(WebUrl.parse(url).pathname().split("/"))
                        .filter(segment -> !segment.isEmpty())
                        .findFirst()
                        .map(segment -> segment.toLowerCase(Locale.ROOT));
            case ConnectionQuery.Aws _ -> Optional.empty();
        };
    }

    private static List<String> organizations(ConfiguredAuth app) {
        return app.auth()
                .config()
                .path("orgs")
                .valueStream()
                .map(org -> org.stringValue(""))
                .toList();
    }

    private static Optional<ConfiguredAuth> first(List<ConfiguredAuth> auth, String method) {
        return auth.stream().filter(entry -> entry.isOf(method)).findFirst();
    }
}
