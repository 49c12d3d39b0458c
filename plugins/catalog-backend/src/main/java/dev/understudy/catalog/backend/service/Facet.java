// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.backend.service;

/** A value of a field, in its original case, and how many entities have it. */
record Facet(String value, long count) {}
