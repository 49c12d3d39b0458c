// SPDX-License-Identifier: Apache-2.0
@NullMarked
package dev.understudy.catalog.model.layer;

import org.jspecify.annotations.NullMarked;
