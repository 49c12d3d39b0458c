// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.defaults.urlreader;

import dev.understudy.backend.plugin.api.service.LoggerService;
import dev.understudy.backend.plugin.api.service.UrlReaderService;
import dev.understudy.config.Config;
import dev.understudy.integration.WebUrl;
import java.util.List;
import java.util.function.Predicate;

/** Makes readers from configuration. Backstage counterpart: {@code ReaderFactory}. */
@FunctionalInterface
public interface UrlReaderFactory {
    /** Readers, each with what it can read; none if nothing is configured for them. */
    List<Route> create(Context context);

    /** What readers are made with. */
    record Context(Config config, LoggerService logger, ReadTreeResponseFactory treeResponseFactory) {}

    /** A reader for the URLs that a predicate names. Backstage counterpart: {@code UrlReaderPredicateTuple}. */
    record Route(Predicate<WebUrl> predicate, UrlReaderService reader) {
        static Route forHost(String host, UrlReaderService reader) {
            return new Route(url -> url.host().equals(host), reader);
        }
    }
}
