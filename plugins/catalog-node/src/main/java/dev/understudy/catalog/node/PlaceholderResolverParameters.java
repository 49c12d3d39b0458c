// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.node;

import java.io.IOException;
import tools.jackson.databind.JsonNode;

/**
 * What a placeholder resolver has to work with. Backstage counterpart: {@code PlaceholderResolverParams}.
 *
 * @param key the placeholder's name without its dollar sign
 * @param value what follows it in the entity
 * @param baseUrl the target of the entity's location
 * @param reader reads a URL
 * @param urlResolver makes a URL absolute
 * @param emit takes refresh keys and more
 */
public record PlaceholderResolverParameters(
        String key, JsonNode value, String baseUrl, Reader reader, UrlResolver urlResolver, CatalogProcessorEmit emit) {
    /** Reads the content of a URL. */
    @FunctionalInterface
    public interface Reader {
        byte[] read(String url) throws IOException, InterruptedException;
    }

    /** Resolves a URL against a base as the host of the base does it. */
    @FunctionalInterface
    public interface UrlResolver {
        String resolve(String url, String base);
    }
}
