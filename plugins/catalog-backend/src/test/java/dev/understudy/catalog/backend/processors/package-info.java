// SPDX-License-Identifier: Apache-2.0
@NullMarked
package dev.understudy.catalog.backend.processors;

import org.jspecify.annotations.NullMarked;
