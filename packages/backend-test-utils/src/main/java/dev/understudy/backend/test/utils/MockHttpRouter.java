// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.test.utils;

import dev.understudy.backend.plugin.api.http.HttpRouter;
import dev.understudy.backend.plugin.api.service.HttpRouterService;
import dev.understudy.backend.plugin.api.testing.MockRequest;
import dev.understudy.backend.plugin.api.testing.TestResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/** Keeps what a plugin mounts and opens; requests reach it by {@link #handle} only, past all policies. Thread-safe. */
public final class MockHttpRouter implements HttpRouterService {
    private final List<HttpRouter> routers = new CopyOnWriteArrayList<>();
    private final Map<String, HttpAuthPolicy> policies = new LinkedHashMap<>();

    private MockHttpRouter() {}

    public static MockHttpRouter create() {
        return new MockHttpRouter();
    }

    @Override
    public void use(HttpRouter router) {
        routers.add(router);
    }

    @Override
    public synchronized void addAuthPolicy(String path, HttpAuthPolicy policy) {
        policies.put(path, policy);
    }

    /** The paths that were opened. */
    public synchronized Map<String, HttpAuthPolicy> policies() {
        return Map.copyOf(policies);
    }

    /**
     * What the mounted routers answer; 404 where none matches.
     *
     * @throws Exception what a handler threw
     */
    public TestResponse handle(MockRequest request) throws Exception {
        var all = HttpRouter.create();
        routers.forEach(router -> all.use(router::handle));
        return request.sendTo(all);
    }
}
