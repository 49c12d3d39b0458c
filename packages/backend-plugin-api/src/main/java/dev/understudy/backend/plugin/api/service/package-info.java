// SPDX-License-Identifier: Apache-2.0
/**
 * The services that every backend offers. A plugin asks for them by the refs in {@link
 * dev.understudy.backend.plugin.api.CoreServices}.
 *
 * <p>Backstage counterpart: {@code services/definitions} of {@code @backstage/backend-plugin-api}.
 */
@NullMarked
package dev.understudy.backend.plugin.api.service;

import org.jspecify.annotations.NullMarked;
