// SPDX-License-Identifier: Apache-2.0
/** Microbenchmarks. */
@NullMarked
package dev.understudy.benchmarks;

import org.jspecify.annotations.NullMarked;
