// SPDX-License-Identifier: Apache-2.0
@NullMarked
package dev.understudy.catalog.client.test.utils;

import org.jspecify.annotations.NullMarked;
