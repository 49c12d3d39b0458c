// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.plugin.api.service;

/**
 * The active span and what travels with it, as made by a {@link TracingService}; opaque. Immutable.
 *
 * <p>Backstage counterpart: {@code TracingServiceContext}.
 */
public interface TracingContext {}
