// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.defaults.auth;

import java.io.IOException;
import java.net.URI;

/** Reads what a URL answers. */
@FunctionalInterface
interface JwksFetch {
    /** An answer of any status. */
    record Answer(int status, String body) {}

    Answer get(URI url) throws IOException, InterruptedException;
}
