// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.defaults.redis;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import redis.clients.jedis.DefaultJedisClientConfig;
import redis.clients.jedis.HostAndPort;
import redis.clients.jedis.JedisClientConfig;
import redis.clients.jedis.SslOptions;
import redis.clients.jedis.util.JedisURIHelper;

/**
 * Where Redis is, and how to log in.
 *
 * @param urls of the server, or of some nodes of a cluster; what they say goes before what the other components say
 * @param cluster whether the servers are a cluster
 * @param database the number of the database
 * @param redirections how often a cluster may send a command elsewhere
 */
public record RedisAddress(
        List<String> urls,
        boolean cluster,
        Optional<String> username,
        Optional<String> password,
        int database,
        Optional<Integer> redirections) {
    private static final String DEFAULT_URL = "redis://localhost:6379";
    private static final int DEFAULT_PORT = 6379;

    /**
     * One server.
     *
     * @param url empty for a server on this machine
     */
    public static RedisAddress server(String url) {
        var urls = List.of(url.isEmpty() ? DEFAULT_URL : url);
        return new RedisAddress(urls, false, Optional.empty(), Optional.empty(), 0, Optional.empty());
    }

    Set<HostAndPort> nodes() {
        return urls.stream()
                .map(URI::create)
                .map(uri -> new HostAndPort(uri.getHost(), uri.getPort() < 0 ? DEFAULT_PORT : uri.getPort()))
                .collect(Collectors.toSet());
    }

    JedisClientConfig clientConfig() {
        var uris = urls.stream().map(URI::create).toList();
        var client = DefaultJedisClientConfig.builder()
                .database(uris.stream()
                        .filter(JedisURIHelper::hasDbIndex)
                        .findFirst()
                        .map(JedisURIHelper::getDBIndex)
                        .orElse(database));
        if (uris.stream().anyMatch(JedisURIHelper::isRedisSSLScheme)) {
            client.sslOptions(SslOptions.defaults());
        }
        var login = uris.stream()
                .filter(uri -> JedisURIHelper.getPassword(uri) != null)
                .findFirst();
        if (login.isPresent()) {
            client.user(JedisURIHelper.getUser(login.get())).password(JedisURIHelper.getPassword(login.get()));
        } else {
            username.ifPresent(client::user);
            password.ifPresent(client::password);
        }
        return client.build();
    }
}
