// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.defaults.aws;

/** Has a client for each region. */
@FunctionalInterface
interface RegionalClients<T> {
    T forRegion(String region);
}
