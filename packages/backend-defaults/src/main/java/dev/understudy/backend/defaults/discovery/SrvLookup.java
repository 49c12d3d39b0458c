// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.defaults.discovery;

import java.util.List;

/** Asks the domain name system where a service runs. */
@FunctionalInterface
interface SrvLookup {
    List<SrvRecord> find(String host) throws Exception;
}
