// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.backend.service;

import dev.understudy.catalog.backend.providers.LocationStore.OnConflict;
import dev.understudy.config.Config;
import java.util.List;

/**
 * How the endpoints behave.
 *
 * @param isReadonly whether locations may not be changed
 * @param allowedLocationTypes the types of locations that may be registered
 * @param onConflict what to do about a location that is registered already, where the client does not say
 * @param isDevelopment whether to write for people to read
 */
public record ServiceSettings(
        boolean isReadonly, List<String> allowedLocationTypes, OnConflict onConflict, boolean isDevelopment) {
    public ServiceSettings {
        allowedLocationTypes = List.copyOf(allowedLocationTypes);
    }

    public static ServiceSettings fromConfig(Config config, List<String> allowedLocationTypes, boolean isDevelopment) {
        var onConflict = config.optionalString("catalog.defaultLocationConflictStrategy")
                .filter("refresh"::equals)
                .map(_ -> OnConflict.REFRESH)
                .orElse(OnConflict.REJECT);
        return new ServiceSettings(
                config.optionalBool("catalog.readonly").orElse(false), allowedLocationTypes, onConflict, isDevelopment);
    }
}
