// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.defaults.discovery;

/** One answer of the domain name system about a service. */
record SrvRecord(int priority, int weight, int port, String host) {}
