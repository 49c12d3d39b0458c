// SPDX-License-Identifier: Apache-2.0
package dev.understudy.config.loader;

import static java.util.Objects.requireNonNull;

import dev.understudy.config.AppConfig;
import dev.understudy.config.loader.value.SourcedValue;

/**
 * The data of one configuration source, each value with the place where it was written.
 *
 * @param context the source's name in messages: a file's last name, a URL, or {@code env}
 */
public record SourcedConfig(String context, SourcedValue.Fields data) {
    public SourcedConfig {
        requireNonNull(context, "context");
        requireNonNull(data, "data");
    }

    /** The same without the places. */
    public AppConfig appConfig() {
        return new AppConfig(context, data.toJson());
    }
}
