// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.defaults.cache;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Entries in memcached, with the keys of {@code @keyv/memcache}, which say the plugin twice, on the servers on which {@code
 * memjs} looks for them.
 */
record MemcacheBackend(List<MemcacheServer> servers, InstantSource clock) implements CacheBackend {
    private static final String DEFAULT_SERVER = "localhost:11211";
    private static final Duration LONGEST_RELATIVE = Duration.ofDays(30);

    static MemcacheBackend of(CacheConnection connection) {
        return of(connection.url(), System.getenv());
    }

    /**
     * @param connection {@code user:password@host:port}, several with commas between them
     */
    static MemcacheBackend of(String connection, Map<String, String> environment) {
        var chosen = Stream.of(
                        connection,
                        environment.getOrDefault("MEMCACHIER_SERVERS", ""),
                        environment.getOrDefault("MEMCACHE_SERVERS", ""))
                .filter(text -> !text.isEmpty())
                .findFirst()
                .orElse(DEFAULT_SERVER);
        var servers = Stream.of(chosen.split(",", -1))
                .map(server -> MemcacheServer.parse(server.strip(), environment))
                .toList();
        return new MemcacheBackend(servers, InstantSource.system());
    }

    @Override
    public String name() {
        return "memcache";
    }

    @Override
    public void close() {
        servers.forEach(MemcacheServer::close);
    }

    @Override
    public CacheStore storeFor(String pluginId) {
        var start = pluginId + ":" + pluginId + ":";
        return new CacheStore() {
            @Override
            public Optional<String> get(String key) {
                return server(start + key).get(start + key);
            }

            @Override
            public void set(String key, String entry, Optional<Duration> timeToLive) {
                server(start + key).set(start + key, entry, timeToLive.map(MemcacheBackend.this::expiry));
            }

            @Override
            public void delete(String key) {
                server(start + key).delete(start + key);
            }
        };
    }

    private MemcacheServer server(String key) {
        return servers.get((int) (Math.abs((long) key.hashCode()) % servers.size()));
    }

    // whole seconds, so that the entry's own time decides about what is shorter; long times are dates to memcached
    private int expiry(Duration timeToLive) {
        var dated = timeToLive.compareTo(LONGEST_RELATIVE) > 0;
        var seconds = dated ? clock.instant().plus(timeToLive).getEpochSecond() : timeToLive.toSeconds();
        return Math.clamp(seconds, 0, Integer.MAX_VALUE);
    }
}
