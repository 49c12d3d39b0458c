// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.app.api;

/**
 * Why a plugin or module did not start.
 *
 * @param error what went wrong
 * @param allowed whether the boot failure policy lets the backend start all the same
 */
public record StartupFailure(Throwable error, boolean allowed) {}
