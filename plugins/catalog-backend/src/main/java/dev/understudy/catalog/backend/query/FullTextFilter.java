// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.backend.query;

import java.util.List;
import java.util.Optional;

/**
 * A text to be found within the values of some fields.
 *
 * @param fields empty when the client did not choose: then the field sorted by, or else {@code metadata.uid}
 */
public record FullTextFilter(String term, Optional<List<String>> fields) {}
