// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.defaults.telemetry;

import dev.understudy.backend.plugin.api.service.BackstageCredentials;
import dev.understudy.backend.plugin.api.service.BackstagePrincipal;
import dev.understudy.backend.plugin.api.service.SpanOptions;
import io.opentelemetry.api.common.Attributes;
import java.util.Optional;
import java.util.function.Function;

/** What the spans of a plugin carry besides their own attributes: the plugin, and who it works for. */
record PluginSpanAttributes(PluginSpans plugin) implements Function<SpanOptions, Attributes> {
    @Override
    public Attributes apply(SpanOptions options) {
        var attributes = Attributes.builder()
                .put("backstage.plugin.id", plugin.pluginId())
                .putAll(OtelAttributes.of(options.attributes()));
        credentials(options).map(BackstageCredentials::principal).ifPresent(principal -> {
            attributes.put("backstage.principal.type", principal.type());
            if (plugin.captureEndUser()) {
                endUser(principal).ifPresent(name -> attributes.put("enduser.id", name));
            }
        });
        return attributes.build();
    }

    private Optional<BackstageCredentials> credentials(SpanOptions options) {
        return options.credentials()
                .or(() -> options.request().map(request -> plugin.httpAuth().credentials(request)));
    }

    private static Optional<String> endUser(BackstagePrincipal principal) {
        return switch (principal) {
            case BackstagePrincipal.User user -> Optional.of(user.userEntityRef());
            case BackstagePrincipal.Service service -> Optional.of(service.subject());
            case BackstagePrincipal.None _ -> Optional.empty();
        };
    }
}
