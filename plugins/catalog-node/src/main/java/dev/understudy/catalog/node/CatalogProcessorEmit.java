// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.node;

/** Takes what a processor finds. Backstage counterpart: {@code CatalogProcessorEmit}. */
@FunctionalInterface
public interface CatalogProcessorEmit {
    void emit(CatalogProcessorResult result);
}
