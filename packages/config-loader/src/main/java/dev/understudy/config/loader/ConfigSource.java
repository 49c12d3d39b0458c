// SPDX-License-Identifier: Apache-2.0
package dev.understudy.config.loader;

import dev.understudy.config.ConfigSubscription;
import java.util.List;
import java.util.function.Consumer;

/**
 * Somewhere configuration comes from. Its {@code toString} is what start-up prints.
 *
 * <p>Backstage counterpart: {@code ConfigSource}.
 */
public interface ConfigSource {
    /**
     * Reads the source now; a source may hold no configuration, or several parts, the later ones over the earlier ones.
     *
     * @throws dev.understudy.errors.BackendException or {@link dev.understudy.config.ConfigException} with everything
     *     that is wrong
     */
    List<SourcedConfig> read();

    /**
     * Reads the source again after each change and hands over the result, on a thread of the source's own, until
     * closed. A failure to read is logged, and the source is read again after its next change. To be called after
     * {@link #read}. A source that cannot change never calls.
     */
    default ConfigSubscription watch(Consumer<List<SourcedConfig>> onChange) {
        return () -> {};
    }
}
