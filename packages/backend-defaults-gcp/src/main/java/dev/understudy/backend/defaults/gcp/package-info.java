// SPDX-License-Identifier: Apache-2.0
/** Reads from Google Cloud Storage, once this module is on the class path. */
@NullMarked
package dev.understudy.backend.defaults.gcp;

import org.jspecify.annotations.NullMarked;
