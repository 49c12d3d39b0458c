// SPDX-License-Identifier: Apache-2.0
package dev.understudy.config;

/** A subscription to configuration changes, until it is closed. Closing twice does nothing. */
@FunctionalInterface
public interface ConfigSubscription extends AutoCloseable {
    /** Ends the subscription. */
    @Override
    void close();
}
