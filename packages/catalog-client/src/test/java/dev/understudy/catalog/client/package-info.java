// SPDX-License-Identifier: Apache-2.0
@NullMarked
package dev.understudy.catalog.client;

import org.jspecify.annotations.NullMarked;
