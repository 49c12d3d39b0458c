// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.backend;

import dev.understudy.catalog.backend.processing.ScmUrls;
import dev.understudy.integration.ScmIntegrations;
import java.util.Optional;

/** Knows the hosts that there are integrations for. */
record IntegrationUrls(ScmIntegrations integrations) implements ScmUrls {
    @Override
    public String resolveUrl(String url, String base) {
        return integrations.resolveUrl(url, base);
    }

    @Override
    public Optional<String> editUrl(String url) {
        return integrations.byUrl(url).map(integration -> integration.resolveEditUrl(url));
    }

    @Override
    public Optional<String> sourceUrl(String url) {
        return integrations.byUrl(url).map(integration -> integration.resolveUrl("./", url));
    }
}
