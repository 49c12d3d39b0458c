// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.plugin.api.service;

/**
 * What running an action does to the world.
 *
 * @param destructive whether it may change or remove what is there
 * @param idempotent whether running it twice is the same as running it once
 * @param readOnly whether it only reads
 */
public record ActionAttributes(boolean destructive, boolean idempotent, boolean readOnly) {
    /** What is assumed of an action that tells nothing. */
    public static final ActionAttributes UNKNOWN = new ActionAttributes(true, false, false);

    /** An action that only reads. */
    public static final ActionAttributes READ_ONLY = new ActionAttributes(false, false, true);
}
