// SPDX-License-Identifier: Apache-2.0
/**
 * YAML 1.2 as JSON, for text that nobody has vetted: core schema, no merge keys, no custom tags, bounded aliases.
 *
 * <pre>{@code
 * for (var document : YamlDocuments.of(text)) {
 *     switch (document) {
 *         case YamlDocument.Content(var value) -> use(value);
 *         case YamlDocument.Malformed(var message) -> report(message);
 *     }
 * }
 * }</pre>
 *
 * Backstage counterpart: the npm package {@code yaml}.
 */
@NullMarked
package dev.understudy.types.yaml;

import org.jspecify.annotations.NullMarked;
