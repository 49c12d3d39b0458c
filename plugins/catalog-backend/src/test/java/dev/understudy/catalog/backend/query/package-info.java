// SPDX-License-Identifier: Apache-2.0
@NullMarked
package dev.understudy.catalog.backend.query;

import org.jspecify.annotations.NullMarked;
