// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.defaults.urlreader;

import dev.understudy.config.Config;
import dev.understudy.integration.WebUrl;
import java.util.List;
import java.util.Optional;

/** What {@code backend.reading.allow} allows to read. */
record ReadingAllowList(List<Entry> entries) {
    static ReadingAllowList fromConfig(Config config) {
        return new ReadingAllowList(config.optionalConfigArray("backend.reading.allow").orElse(List.of()).stream()
                .map(Entry::read)
                .toList());
    }

    boolean allows(WebUrl url) {
        return entries.stream().anyMatch(entry -> entry.allows(url));
    }

    /** A host, or with a leading star all hosts below it. */
    record Entry(String hostname, Optional<PortRange> ports, Optional<List<String>> paths) {
        static Entry read(Config config) {
            var paths = config.optionalStringArray("paths");
            var host = config.string("host").split(":", -1);
            var ports = host.length > 1 && !host[1].isEmpty()
                    ? Optional.of(PortRange.parse(host[1]))
                    : Optional.<PortRange>empty();
            return new Entry(host[0], ports, paths);
        }

        boolean allows(WebUrl url) {
            return allowsHost(url.hostname()) && allowsPath(url.pathname()) && allowsPort(url);
        }

        private boolean allowsHost(String host) {
            return hostname.startsWith("*.") ? host.endsWith(hostname.substring(1)) : host.equals(hostname);
        }

        private boolean allowsPath(String pathname) {
            var path = collapsed(pathname);
            return paths.map(list -> list.stream()
                            .anyMatch(allowed -> path.equals(allowed)
                                    || path.startsWith(allowed.endsWith("/") ? allowed : allowed + "/")))
                    .orElse(true);
        }

        /** Dots are gone already; what is left to normalize are repeated slashes. */
        private static String collapsed(String pathname) {
            return pathname.replaceAll("/{2,}", "/");
        }

        private boolean allowsPort(WebUrl url) {
            if (ports.isEmpty()) {
                return url.port().isEmpty();
            }
            if (!url.port().isEmpty()) {
                return ports.get().contains(Integer.parseInt(url.port()));
            }
            return switch (url.scheme()) {
                case "http" -> ports.get().contains(80);
                case "https" -> ports.get().contains(443);
                default -> false;
            };
        }
    }

    record PortRange(int first, int last) {
        static PortRange parse(String text) {
            if (!text.contains("-")) {
                var port = number(text);
                return new PortRange(port, port);
            }
            var ends = text.split("-", -1);
            if (ends.length != 2 || number(ends[0]) <= 0 || number(ends[1]) <= 0) {
                throw new IllegalArgumentException("Port range is not valid: " + text);
            }
            var range = new PortRange(number(ends[0]), number(ends[1]));
            if (range.first > range.last) {
                throw new IllegalArgumentException(
                        "Port range is not valid: [" + range.first + ", " + range.last + "]");
            }
            return range;
        }

        private static int number(String text) {
            return text.matches("\\d{1,6}") ? Integer.parseInt(text) : -1;
        }

        boolean contains(int port) {
            return first <= port && port <= last;
        }
    }
}
