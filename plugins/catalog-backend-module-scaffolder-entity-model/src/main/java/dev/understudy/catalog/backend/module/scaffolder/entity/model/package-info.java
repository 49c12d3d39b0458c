// SPDX-License-Identifier: Apache-2.0
/** Teaches the catalog the Template kind of the scaffolder. */
@NullMarked
package dev.understudy.catalog.backend.module.scaffolder.entity.model;

import org.jspecify.annotations.NullMarked;
