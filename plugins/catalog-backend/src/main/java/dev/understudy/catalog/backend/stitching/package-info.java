// SPDX-License-Identifier: Apache-2.0
/** From what is stored to what is served: joins entities with their relations and errors. */
@NullMarked
package dev.understudy.catalog.backend.stitching;

import org.jspecify.annotations.NullMarked;
