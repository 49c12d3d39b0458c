// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.model.schema;

import java.util.function.Predicate;

record PatternProperty(Predicate<String> name, JsonSchema schema) {}
