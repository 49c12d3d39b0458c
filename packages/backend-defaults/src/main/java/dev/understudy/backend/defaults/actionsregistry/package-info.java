// SPDX-License-Identifier: Apache-2.0
/** The actions of a plugin. Backstage counterpart: {@code alpha/entrypoints/actionsRegistry}. */
@NullMarked
package dev.understudy.backend.defaults.actionsregistry;

import org.jspecify.annotations.NullMarked;
