// SPDX-License-Identifier: Apache-2.0
package dev.understudy.permission.common;

/** The outcome of an authorization; the names are those on the wire. */
public enum AuthorizeResult {
    /** The request is denied. */
    DENY,
    /** The request is allowed. */
    ALLOW,
    /** The request is allowed where conditions hold. */
    CONDITIONAL
}
