// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.model;

import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/**
 * One thing to know about the state of an entity. Backstage counterpart: {@code EntityStatusItem}.
 *
 * @param type where the status comes from, such as {@code backstage.io/catalog-processing}
 * @param level how bad it is
 * @param message what to tell people
 * @param error the failure behind it, serialized: at least {@code name} and {@code message}
 */
public record EntityStatusItem(String type, EntityStatusLevel level, String message, Optional<ObjectNode> error) {}
