// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.defaults.startup;

import dev.understudy.backend.plugin.api.http.HttpRequest;
import java.net.InetAddress;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Recognizes requests of a person at the machine that the backend runs on. Being on the loopback interface is not enough:
 * a proxy on the same machine is too, and so is a browser whose page of another site has been pointed at this address.
 */
final class LocalRequests {
    private static final Set<String> LOCAL_HOSTS = Set.of("localhost", "127.0.0.1", "[::1]");
    private static final Set<String> OWN_PAGES = Set.of("none", "same-origin");
    private static final List<String> PROXY_HEADERS =
            List.of("Forwarded", "X-Forwarded-For", "X-Forwarded-Host", "X-Real-Ip", "Via");

    private LocalRequests() {}

    static boolean isLocal(HttpRequest request) {
        return isLoopback(request.socketAddress())
                && request.headers("Host").size() == 1
                && request.header("Host").filter(LocalRequests::isLocalHost).isPresent()
                && PROXY_HEADERS.stream().allMatch(name -> request.header(name).isEmpty())
                && isOwnPage(request.header("Sec-Fetch-Site"));
    }

    private static boolean isLoopback(String address) {
        try {
            return InetAddress.ofLiteral(address).isLoopbackAddress();
        } catch (IllegalArgumentException _) {
            return false;
        }
    }

    private static boolean isLocalHost(String host) {
        return LOCAL_HOSTS.contains(host.replaceFirst(":\\d{1,5}$", ""));
    }

    /** Browsers say where a request comes from; other programs do not, and need not. */
    private static boolean isOwnPage(Optional<String> site) {
        return site.isEmpty() || OWN_PAGES.contains(site.get());
    }
}
