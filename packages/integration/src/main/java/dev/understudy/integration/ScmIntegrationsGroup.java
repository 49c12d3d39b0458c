// SPDX-License-Identifier: Apache-2.0
package dev.understudy.integration;

import java.util.List;
import java.util.Optional;

/**
 * The integrations of one type, in the order of the configuration. Immutable. Backstage counterpart of the same name.
 *
 * @param list all of them
 */
public record ScmIntegrationsGroup<T extends ScmIntegration>(List<T> list) {
    public ScmIntegrationsGroup {
        list = List.copyOf(list);
    }

    /** The first for the host of a URL; nothing for text that is no URL. */
    public Optional<T> byUrl(String url) {
        return WebUrl.tryParse(url).flatMap(parsed -> byHost(parsed.host()));
    }

    /** The first for a host, with a port where it is not the usual one. */
    public Optional<T> byHost(String host) {
        return list.stream()
                .filter(integration -> integration.host().equals(host))
                .findFirst();
    }
}
