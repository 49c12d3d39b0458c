// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.plugin.api.service;

/** Tells a service to which plugin it belongs. Backstage counterpart: {@code PluginMetadataService}. */
public interface PluginMetadataService {
    /** The plugin's id, such as {@code catalog}. */
    String id();
}
