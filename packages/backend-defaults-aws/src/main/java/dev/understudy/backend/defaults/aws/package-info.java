// SPDX-License-Identifier: Apache-2.0
/** Reads from AWS S3 and AWS CodeCommit, once this module is on the class path. */
@NullMarked
package dev.understudy.backend.defaults.aws;

import org.jspecify.annotations.NullMarked;
