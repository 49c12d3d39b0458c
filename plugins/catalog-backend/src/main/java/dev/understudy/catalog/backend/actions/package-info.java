// SPDX-License-Identifier: Apache-2.0
/** What the catalog can do for users and machines. Backstage counterpart: the folder {@code actions} of the plugin. */
@NullMarked
package dev.understudy.catalog.backend.actions;

import org.jspecify.annotations.NullMarked;
