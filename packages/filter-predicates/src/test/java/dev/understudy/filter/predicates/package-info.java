// SPDX-License-Identifier: Apache-2.0
@NullMarked
package dev.understudy.filter.predicates;

import org.jspecify.annotations.NullMarked;
