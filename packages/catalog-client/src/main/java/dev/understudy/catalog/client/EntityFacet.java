// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.client;

/**
 * A value that a field has.
 *
 * @param count how many entities have it
 */
public record EntityFacet(String value, long count) {}
