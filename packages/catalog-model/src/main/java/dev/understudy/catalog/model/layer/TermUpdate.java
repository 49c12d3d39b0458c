// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.model.layer;

import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/** What changes about an annotation, a label or a tag; what is empty stays as it is. */
public record TermUpdate(
        String name, Optional<String> title, Optional<String> description, Optional<ObjectNode> schema) {}
