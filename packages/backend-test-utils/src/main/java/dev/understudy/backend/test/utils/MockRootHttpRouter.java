// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.test.utils;

import dev.understudy.backend.plugin.api.http.HttpHandler;
import dev.understudy.backend.plugin.api.http.HttpResponse;
import dev.understudy.backend.plugin.api.service.RootHttpRouterService;
import dev.understudy.backend.plugin.api.testing.MockRequest;
import dev.understudy.backend.plugin.api.testing.TestResponse;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Keeps what is mounted; there is no server, and requests reach it by {@link #handle} only. Thread-safe. */
public final class MockRootHttpRouter implements RootHttpRouterService {
    private final Map<String, HttpHandler> handlers = new LinkedHashMap<>();

    private MockRootHttpRouter() {}

    public static MockRootHttpRouter create() {
        return new MockRootHttpRouter();
    }

    @Override
    public synchronized void use(String path, HttpHandler handler) {
        if (path.isEmpty()) {
            throw new IllegalArgumentException("Root router path must not be empty");
        }
        if (handlers.putIfAbsent(path, handler) != null) {
            throw new IllegalArgumentException("Path '" + path + "' conflicts with the existing path '" + path + "'");
        }
    }

    /** Always 0. */
    @Override
    public int port() {
        return 0;
    }

    /** The mounted paths. */
    public synchronized Set<String> paths() {
        return Set.copyOf(handlers.keySet());
    }

    /**
     * What the handler at the longest matching path answers; 404 where none matches.
     *
     * @throws Exception what the handler threw
     */
    public TestResponse handle(MockRequest request) throws Exception {
        var mount = mountOf(request.path());
        if (mount.isEmpty()) {
            return TestResponse.of(HttpResponse.status(404));
        }
        var base = mount.get().getKey();
        var rest = request.path().substring(base.length());
        var relative = request.mountedAt(base, rest.startsWith("/") ? rest : "/" + rest, Map.of());
        return TestResponse.of(mount.get().getValue().handle(relative));
    }

    private synchronized Optional<Map.Entry<String, HttpHandler>> mountOf(String path) {
        return handlers.entrySet().stream()
                .filter(mount -> path.equals(mount.getKey()) || path.startsWith(mount.getKey() + "/"))
                .max(Comparator.comparingInt(mount -> mount.getKey().length()));
    }
}
