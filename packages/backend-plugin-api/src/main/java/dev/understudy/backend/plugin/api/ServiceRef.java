// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.plugin.api;

/**
 * A reference to a service, either one per backend ({@link RootServiceRef}) or one per plugin ({@link PluginServiceRef}).
 *
 * <p>Backstage counterpart: {@code ServiceRef}.
 *
 * @param <T> the service; a {@code List} of services for a multiton
 */
public sealed interface ServiceRef<T> extends Ref<T> permits RootServiceRef, PluginServiceRef {
    /** Whether any number of factories may provide the service, which is then a list. */
    boolean multiton();

    /** Whether the reference brings a factory of its own, used when no other is installed. */
    boolean hasDefaultFactory();
}
