// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.defaults.cache;

import static java.util.stream.Collectors.toSet;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import redis.clients.jedis.HostAndPort;
import redis.clients.jedis.RedisClient;
import redis.clients.jedis.RedisClusterClient;
import redis.clients.jedis.UnifiedJedis;

/** A server that speaks Redis's protocol, or a cluster of them; connected to when it is first used. */
final class RedisConnection {
    private static final String DEFAULT_URL = "redis://localhost:6379";

    private final String url;
    private final Optional<List<String>> clusterNodes;
    private volatile @Nullable UnifiedJedis client;

    RedisConnection(String url, Optional<List<String>> clusterNodes) {
        this.url = url.isEmpty() ? DEFAULT_URL : url;
        this.clusterNodes = clusterNodes;
    }

    UnifiedJedis client() {
        var connected = client;
        return connected == null ? connectOnce() : connected;
    }

    private synchronized UnifiedJedis connectOnce() {
        var connected = client;
        if (connected == null) {
            connected = clusterNodes.map(RedisConnection::cluster).orElseGet(() -> RedisClient.create(URI.create(url)));
            client = connected;
        }
        return connected;
    }

    private static UnifiedJedis cluster(List<String> urls) {
        var uris = urls.stream().map(URI::create).toList();
        var nodes = uris.stream()
                .map(uri -> new HostAndPort(uri.getHost(), uri.getPort() < 0 ? 6379 : uri.getPort()))
                .collect(toSet());
        var login = uris.stream()
                .map(URI::getUserInfo)
                .filter(info -> info != null && info.contains(":"))
                .findFirst();
        if (login.isEmpty()) {
            return RedisClusterClient.create(nodes);
        }
        var colon = login.get().indexOf(':');
        var user = colon == 0 ? null : login.get().substring(0, colon);
        return RedisClusterClient.create(nodes, user, login.get().substring(colon + 1));
    }
}
