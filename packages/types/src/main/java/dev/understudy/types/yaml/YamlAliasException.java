// SPDX-License-Identifier: Apache-2.0
package dev.understudy.types.yaml;

import dev.understudy.errors.BackendException;

/** An alias that refers to nothing, or so many that the text looks like an attack. */
public final class YamlAliasException extends BackendException {
    private static final long serialVersionUID = 1L;

    YamlAliasException(String message) {
        super(message, null);
    }

    @Override
    public String name() {
        return "ReferenceError";
    }
}
