// SPDX-License-Identifier: Apache-2.0
/**
 * Metrics and traces by way of OpenTelemetry, when the environment configures it. No class of OpenTelemetry is loaded
 * otherwise.
 */
@NullMarked
package dev.understudy.backend.defaults.telemetry;

import org.jspecify.annotations.NullMarked;
