// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.node;

import dev.understudy.catalog.common.LocationSpec;

/**
 * Turns the text of a file into entities and errors. Thread-safe. Backstage counterpart: {@code CatalogProcessorParser}.
 */
@FunctionalInterface
public interface CatalogProcessorParser {
    /**
     * Emits one result for each document.
     *
     * @param data the file
     * @param location where the file was read
     */
    void parse(byte[] data, LocationSpec location, CatalogProcessorEmit emit) throws Exception;
}
