// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.defaults.discovery;

import static java.util.Objects.requireNonNull;
import static java.util.Objects.requireNonNullElse;

import dev.understudy.config.Config;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The URL of each plugin, with its id still to be filled in; {@code *} stands for all others. */
record Targets(Map<String, String> internal, Map<String, String> external) {
    private static final Pattern PLUGIN_ID = Pattern.compile("\\{\\{\\s*pluginId\\s*\\}\\}");

    static Targets fromConfig(Config config) {
        var internal = new HashMap<String, String>();
        var external = new HashMap<String, String>();
        var scheme = config.has("backend.https") ? "https" : "http";
        internal.put("*", scheme + "://" + ListenAddress.fromConfig(config).reachable() + "/api/{{pluginId}}");
        external.put("*", config.string("backend.baseUrl").replaceAll("/+$", "") + "/api/{{pluginId}}");
        for (var endpoint : DiscoveryEndpoints.fromConfig(config)) {
            if (endpoint.sameForAll()) {
                endpoint.internal().ifPresent(Targets::refuseSrv);
            }
            endpoint.external().ifPresent(Targets::refuseSrv);
            put(internal, endpoint.internal(), endpoint);
            put(external, endpoint.external(), endpoint);
        }
        return new Targets(Map.copyOf(internal), Map.copyOf(external));
    }

    private static void put(
            Map<String, String> targets, Optional<String> target, DiscoveryEndpoints.Endpoint endpoint) {
        target.ifPresent(url -> endpoint.plugins().forEach(plugin -> targets.put(plugin, url)));
    }

    private static void refuseSrv(String target) {
        if (SrvUrl.isSrvUrl(target)) {
            throw new IllegalArgumentException("SRV resolver URLs cannot be used in the target for external endpoints");
        }
    }

    String internalUrl(String pluginId) {
        return fill(internal, pluginId);
    }

    String externalUrl(String pluginId) {
        return fill(external, pluginId);
    }

    private static String fill(Map<String, String> targets, String pluginId) {
        var target = requireNonNullElse(targets.get(pluginId), requireNonNull(targets.get("*")));
        var encoded = URLEncoder.encode(pluginId, StandardCharsets.UTF_8).replace("+", "%20");
        return PLUGIN_ID.matcher(target).replaceAll(Matcher.quoteReplacement(encoded));
    }
}
