// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.defaults.roothttprouter;

import dev.understudy.backend.plugin.api.http.HttpHandler;
import dev.understudy.backend.plugin.api.http.HttpMiddleware;
import dev.understudy.backend.plugin.api.http.HttpRequest;
import dev.understudy.backend.plugin.api.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Routes requests by the front of their path. What matches no path, and is not below {@code /api/}, goes to the handler at
 * the index path. Safe for any number of threads; paths may be added while requests are served. Backstage counterpart:
 * {@code DefaultRootHttpRouter}.
 */
final class RootRoutes implements HttpMiddleware {
    private final Optional<String> indexPath;
    private volatile List<Mount> mounts = List.of();
    private volatile Optional<HttpHandler> index = Optional.empty();

    private record Mount(String declared, String path, HttpHandler handler) {}

    RootRoutes(Optional<String> indexPath) {
        this.indexPath = indexPath;
    }

    synchronized void use(String path, HttpHandler handler) {
        if (path.replace("/", "").isBlank()) {
            throw new IllegalArgumentException("Root router path may not be empty");
        }
        var trimmed = withoutTrailingSlashes(path);
        mounts.stream()
                .filter(mount -> conflict(mount.path, trimmed))
                .findFirst()
                .ifPresent(mount -> {
                    throw new IllegalArgumentException(
                            "Path " + path + " conflicts with the existing path " + mount.declared);
                });
        var longer = new ArrayList<>(mounts);
        longer.add(new Mount(path, trimmed.startsWith("/") ? trimmed : "/" + trimmed, handler));
        mounts = List.copyOf(longer);
        if (indexPath.filter(path::equals).isPresent()) {
            index = Optional.of(handler);
        }
    }

    @Override
    public HttpResponse handle(HttpRequest request, HttpHandler next) throws Exception {
        var path = request.path();
        for (var mount : mounts) {
            if (isBelow(path, mount.path)) {
                return mount.handler.handle(below(request, mount.path.length()));
            }
        }
        return isBelow(path, "/api") ? next.handle(request) : index.orElse(next).handle(request);
    }

    private static HttpRequest below(HttpRequest request, int length) {
        var path = request.path();
        var rest = path.length() == length ? "/" : path.substring(length);
        rest = rest.startsWith("//") ? rest.substring(1) : rest;
        return request.mountedAt(request.baseUrl() + path.substring(0, length), rest, Map.of());
    }

    private static boolean isBelow(String path, String front) {
        int length = front.length();
        return path.regionMatches(true, 0, front, 0, length) && (path.length() == length || path.charAt(length) == '/');
    }

    private static boolean conflict(String one, String other) {
        var first = one.toLowerCase(Locale.ROOT) + "/";
        var second = other.toLowerCase(Locale.ROOT) + "/";
        return first.startsWith(second) || second.startsWith(first);
    }

    private static String withoutTrailingSlashes(String path) {
        int end = path.length();
        while (end > 0 && path.charAt(end - 1) == '/') {
            end--;
        }
        return path.substring(0, end);
    }
}
