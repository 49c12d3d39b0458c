// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.model.schema;

/** What a rule is about; the reference evaluates rules by that, in whatever order they are given. */
enum RuleGroup {
    /** The value itself, whatever its type. */
    VALUES,
    /** Combinations of schemas. */
    ALTERNATIVES,
    NUMBERS,
    /** The lengths of strings. */
    LENGTHS,
    PATTERNS,
    /** How many items an array has. */
    COUNTS,
    ITEMS,
    /** How many fields an object has. */
    SIZES,
    /** The names of fields. */
    NAMES,
    /** Fields that need others. */
    DEPENDENCIES
}
