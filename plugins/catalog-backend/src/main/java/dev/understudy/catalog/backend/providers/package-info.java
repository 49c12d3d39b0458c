// SPDX-License-Identifier: Apache-2.0
/** Where entities come from: configured locations, registered locations, and the providers of modules. */
@NullMarked
package dev.understudy.catalog.backend.providers;

import org.jspecify.annotations.NullMarked;
