// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.plugin.api;

/** What the factory of a {@link RootServiceRef} declares. */
public interface RootFactoryRegistration extends RootDependencies {}
