// SPDX-License-Identifier: Apache-2.0
package dev.understudy.config.loader.transform;

/** One value cannot be transformed; the others still can. */
final class TransformFailure extends Exception {
    private static final long serialVersionUID = 1L;

    TransformFailure(String message) {
        super(message);
    }
}
