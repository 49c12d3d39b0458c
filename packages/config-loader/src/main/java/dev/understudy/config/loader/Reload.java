// SPDX-License-Identifier: Apache-2.0
package dev.understudy.config.loader;

import dev.understudy.errors.ErrorNames;
import java.util.List;
import java.util.function.Consumer;
import org.slf4j.LoggerFactory;

/** Reads a source again and survives its failures. */
final class Reload {
    private Reload() {}

    static void attempt(ConfigSource source, Consumer<List<SourcedConfig>> onChange, String failureMessage) {
        List<SourcedConfig> configs;
        try {
            configs = source.read();
        } catch (RuntimeException failure) {
            LoggerFactory.getLogger(ConfigSource.class).error(failureMessage + ErrorNames.describe(failure));
            return;
        }
        onChange.accept(configs);
    }
}
