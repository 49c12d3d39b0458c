// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.model.layer;

/**
 * What a kind is called.
 *
 * @param kind the kind itself, such as {@code Component}
 * @param singular one of them, in texts
 * @param plural several of them, in texts
 */
public record KindNames(String kind, String singular, String plural) {}
