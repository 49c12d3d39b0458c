// SPDX-License-Identifier: Apache-2.0
@NullMarked
package dev.understudy.catalog.backend.module.gitlab;

import org.jspecify.annotations.NullMarked;
