// SPDX-License-Identifier: Apache-2.0
@NullMarked
package dev.understudy.backend.plugin.api;

import org.jspecify.annotations.NullMarked;
