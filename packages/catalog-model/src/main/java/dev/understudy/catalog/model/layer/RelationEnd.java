// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.model.layer;

/** One direction of a relation. */
public record RelationEnd(String type, String title) {}
