// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.defaults.urlreader;

import dev.understudy.integration.HarnessIntegrationConfig;
import dev.understudy.integration.ScmCredentials;
import dev.understudy.integration.ScmHttpClient;
import dev.understudy.integration.ScmRequest;
import dev.understudy.integration.ScmResponse;
import dev.understudy.integration.WebUrl;
import java.io.IOException;
import java.util.Set;

/**
 * Asks one Harness host. Credentials never leave it, not even to come back by another one; redirects lead to allowed hosts
 * only.
 */
record HarnessFetch(String origin, HarnessIntegrationConfig config, ScmHttpClient client, ReadingAllowList allowed) {
    private static final Set<Integer> REDIRECTS = Set.of(301, 302, 303, 307, 308);
    private static final int MAX_REDIRECTS = 5;

    ScmResponse get(String url) throws IOException, InterruptedException {
        var current = WebUrl.parse(url);
        var trusted = true;
        for (var redirects = 0; ; redirects++) {
            trusted &= current.origin().equals(origin);
            var request = ScmRequest.get(current.toString()).withoutRedirects();
            var response = HttpReading.send(
                    client, trusted ? ScmCredentials.sign(request, config) : request, current.toString());
            var location = response.header("location");
            if (!REDIRECTS.contains(response.status()) || location.isEmpty()) {
                return response;
            }
            response.close();
            current = redirect(current.resolve(location.get()));
            if (redirects == MAX_REDIRECTS) {
                throw new IOException("Too many redirects (max " + MAX_REDIRECTS + ") when reading " + url);
            }
        }
    }

    private WebUrl redirect(WebUrl target) throws IOException {
        if (!target.origin().equals(origin) && !allowed.allows(target)) {
            throw new IOException("Refusing to follow cross-origin Harness redirect to " + target.origin());
        }
        return target;
    }
}
