// SPDX-License-Identifier: Apache-2.0
package dev.understudy.errors;

import static java.util.Objects.requireNonNull;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalInt;

/**
 * A failure with an HTTP status and fields of its own, for what none of the named exceptions says. Backstage
 * counterpart: the errors of {@code http-errors}.
 */
public final class HttpException extends BackendException {
    private static final long serialVersionUID = 1L;

    private final String name;
    private final int statusCode;
    private final transient Map<String, Object> properties;

    /**
     * @param name the name on the wire
     * @param statusCode from 100 to 599
     * @param properties what clients see beside name and message, in this order
     */
    public HttpException(String name, int statusCode, String message, Map<String, ?> properties) {
        super(message, null);
        this.name = requireNonNull(name, "name");
        this.statusCode = statusCode;
        this.properties = Collections.unmodifiableMap(new LinkedHashMap<>(properties));
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public OptionalInt statusCode() {
        return OptionalInt.of(statusCode);
    }

    @Override
    public Map<String, Object> properties() {
        return properties;
    }
}
