// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.defaults.roothttprouter;

import dev.understudy.config.Config;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/** Tells clients from proxies by {@code X-Forwarded-For}. Backstage counterpart: Express's {@code trust proxy}. */
@FunctionalInterface
interface TrustProxy {
    /** Trusts no proxy: the client is whoever holds the connection. */
    TrustProxy NONE = (_, _) -> false;

    /** The named groups of addresses that Express knows. */
    Map<String, List<String>> GROUPS = Map.of(
            "linklocal", List.of("169.254.0.0/16", "fe80::/10"),
            "loopback", List.of("127.0.0.1/8", "::1/128"),
            "uniquelocal", List.of("10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "fc00::/7"));

    /**
     * @param hops how many proxies were passed before this one, counted from here
     */
    boolean trusts(String address, int hops);

    static TrustProxy fromConfig(Config config) {
        return config.optionalValue("backend.trustProxy").map(TrustProxy::of).orElse(NONE);
    }

    private static TrustProxy of(JsonNode value) {
        if (value.isBoolean()) {
            return value.asBoolean() ? (_, _) -> true : NONE;
        }
        if (value.isNumber()) {
            double hopsTrusted = value.asDouble();
            return (_, hops) -> hops < hopsTrusted;
        }
        if (value.isString()) {
            return of(Stream.of(value.asString().split(",")).map(String::strip));
        }
        if (value.isArray()) {
            return of(StreamSupport.stream(value.spliterator(), false).map(JsonNode::asString));
        }
        throw new IllegalArgumentException(
                "Invalid value in config at 'backend.trustProxy', expected a boolean, a number"
                        + " of proxies, or addresses");
    }

    private static TrustProxy of(Stream<String> addresses) {
        var ranges = addresses
                .flatMap(address -> GROUPS.getOrDefault(address, List.of(address)).stream())
                .map(IpRange::parse)
                .toList();
        return (address, _) -> IpAddress.parse(address)
                .filter(bytes -> ranges.stream().anyMatch(range -> range.contains(bytes)))
                .isPresent();
    }

    /** The nearest address that is not a trusted proxy. */
    default String clientAddress(String socketAddress, List<String> forwardedFor) {
        if (forwardedFor.isEmpty() || !trusts(socketAddress, 0)) {
            return socketAddress;
        }
        var path = path(socketAddress, forwardedFor);
        int hops = 0;
        while (hops < path.size() - 1 && trusts(path.get(hops), hops)) {
            hops++;
        }
        return path.get(hops);
    }

    private static List<String> path(String socketAddress, List<String> forwardedFor) {
        var named = new ArrayList<String>();
        for (var header : forwardedFor) {
            for (var address : header.split(",", -1)) {
                named.add(address.strip());
            }
        }
        named.add(socketAddress);
        return named.reversed();
    }
}
