// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.defaults.internal;

/** Marks services whose methods work in memory alone, so that even threads that many connections share may call them. */
public interface NeverWaits {}
