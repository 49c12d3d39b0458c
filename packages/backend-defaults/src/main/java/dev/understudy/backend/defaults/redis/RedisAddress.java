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
import redis.clients.jedis.util.JedisURIHelper;

/**
 * Where Redis is, and how to log in.
 *
 * @param urls of the server, or of some nodes of a cluster; what they say goes before what the login says
 * @param cluster how to use the cluster that the servers are, if they are one
 */
public record RedisAddress(List<String> urls, Optional<Cluster> cluster, Login login) {
    private static final String DEFAULT_URL = "redis://localhost:6379";
    private static final int DEFAULT_PORT = 6379;

    /**
     * @param redirections how often a command may be sent elsewhere
     * @param readsReplicas whether replicas answer questions too
     */
    public record Cluster(Optional<Integer> redirections, boolean readsReplicas) {}

    /**
     * @param database the number of the database
     * @param name how the server is to call this client
     * @param tls how to speak TLS, and whether to do so without being told by the URL
     * @param connectTimeout in milliseconds
     */
    public record Login(
            Optional<String> username,
            Optional<String> password,
            int database,
            Optional<String> name,
            RedisTls tls,
            Optional<Integer> connectTimeout) {
        static final Login NONE =
                new Login(Optional.empty(), Optional.empty(), 0, Optional.empty(), RedisTls.NONE, Optional.empty());
    }

    /**
     * One server.
     *
     * @param url empty for a server on this machine
     */
    public static RedisAddress server(String url) {
        return new RedisAddress(List.of(url.isEmpty() ? DEFAULT_URL : url), Optional.empty(), Login.NONE);
    }

    /** The same with another login. */
    public RedisAddress withLogin(Login other) {
        return new RedisAddress(urls, cluster, other);
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
                        .orElse(login.database()));
        if (login.tls().isRequired() || uris.stream().anyMatch(JedisURIHelper::isRedisSSLScheme)) {
            login.tls().applyTo(client);
        }
        if (cluster.filter(Cluster::readsReplicas).isPresent()) {
            client.readOnlyForRedisClusterReplicas();
        }
        login.name().ifPresent(client::clientName);
        login.connectTimeout().ifPresent(client::connectionTimeoutMillis);
        addUser(client, uris);
        return client.build();
    }

    private void addUser(DefaultJedisClientConfig.Builder client, List<URI> uris) {
        var ofUrl = uris.stream()
                .filter(uri -> JedisURIHelper.getPassword(uri) != null)
                .findFirst();
        if (ofUrl.isPresent()) {
            client.user(JedisURIHelper.getUser(ofUrl.get())).password(JedisURIHelper.getPassword(ofUrl.get()));
        } else {
            login.username().ifPresent(client::user);
            login.password().ifPresent(client::password);
        }
    }
}
