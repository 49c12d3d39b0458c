// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.backend.module.incremental.ingestion;

import dev.understudy.catalog.node.EntityProvider;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/** What other modules added. Thread-safe. */
final class AddedProviders implements IncrementalIngestionProviderExtensionPoint {
    private final List<Entry<?>> entries = new ArrayList<>();

    private record Entry<C>(IncrementalEntityProvider<C> provider, IncrementalEntityProviderOptions options) {
        EntityProvider wrap(IngestionServices services, CountDownLatch ready) {
            return new WrappedProvider<>(provider, options, services, ready);
        }
    }

    @Override
    public synchronized <C> void addProvider(
            IncrementalEntityProvider<C> provider, IncrementalEntityProviderOptions options) {
        entries.add(new Entry<>(provider, options));
    }

    synchronized EntityProvider[] wrap(IngestionServices services) {
        var ready = new CountDownLatch(entries.size());
        return entries.stream().map(entry -> entry.wrap(services, ready)).toArray(EntityProvider[]::new);
    }
}
