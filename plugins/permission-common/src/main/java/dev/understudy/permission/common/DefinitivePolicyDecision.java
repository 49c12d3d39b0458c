// SPDX-License-Identifier: Apache-2.0
package dev.understudy.permission.common;

/** A decision that depends on nothing more. Backstage counterpart: {@code DefinitivePolicyDecision}. */
public enum DefinitivePolicyDecision implements PolicyDecision {
    ALLOW(AuthorizeResult.ALLOW),
    DENY(AuthorizeResult.DENY);

    private final AuthorizeResult result;

    DefinitivePolicyDecision(AuthorizeResult result) {
        this.result = result;
    }

    @Override
    public AuthorizeResult result() {
        return result;
    }
}
