// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.plugin.api;

/**
 * A name with a type: what a feature can depend on. Two references with one id mean one thing, so they must have one
 * type too.
 *
 * @param <T> what the reference stands for
 */
public sealed interface Ref<T> permits ServiceRef, ExtensionPoint {
    /** The unique name, such as {@code core.logger}. */
    String id();

    /** The class given at creation; for a multiton service, the class of one element. */
    Class<?> type();

    /** Where the reference was created. */
    DeclarationSite declaredAt();
}
