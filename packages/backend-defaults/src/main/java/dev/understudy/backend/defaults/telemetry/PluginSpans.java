// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.defaults.telemetry;

import dev.understudy.backend.plugin.api.service.HttpAuthService;

/**
 * What the spans of a plugin say about it.
 *
 * @param captureEndUser whether they name users and services
 */
record PluginSpans(String pluginId, boolean captureEndUser, HttpAuthService httpAuth) {}
