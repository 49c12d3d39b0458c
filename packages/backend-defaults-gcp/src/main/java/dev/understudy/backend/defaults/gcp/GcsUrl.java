// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.defaults.gcp;

import dev.understudy.integration.GoogleGcsIntegrationConfig;
import dev.understudy.integration.WebUrl;

/**
 * Where an object is.
 *
 * @param key its name, as escaped as it is in the URL
 */
record GcsUrl(String bucket, String key) {
    static GcsUrl parse(String url) {
        var parsed = WebUrl.parse(url);
        if (!parsed.host().equals(GoogleGcsIntegrationConfig.HOST)) {
            throw new IllegalArgumentException("not a valid GCS URL: " + url);
        }
        var parts = parsed.pathname().split("/", 3);
        return new GcsUrl(parts.length > 1 ? parts[1] : "", parts.length > 2 ? parts[2] : "");
    }

    static String of(String bucket, String name) {
        return "https://" + GoogleGcsIntegrationConfig.HOST + "/" + bucket + "/" + name;
    }

    boolean hasWildcard() {
        return key.contains("*") || key.contains("?");
    }
}
