// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.app.api;

import java.time.Instant;
import java.util.Optional;

/** A plugin, or a module of it, whose start is under way. */
public record StartingFeature(String pluginId, Optional<String> moduleId, Instant beginAt) {}
