// SPDX-License-Identifier: Apache-2.0
/** The schemas that plugins ship: what configuration may look like, and who may see it. */
@NullMarked
package dev.understudy.config.loader.schema;

import org.jspecify.annotations.NullMarked;
