// SPDX-License-Identifier: Apache-2.0
package dev.understudy.events.node;

/** Checks a request that brings an event. Backstage counterpart: {@code RequestValidator}. */
@FunctionalInterface
public interface RequestValidator {
    /**
     * Returns to accept the request, unless it has called {@link RequestValidationContext#reject}.
     *
     * @throws Exception any failure; the sender is told of an error of the server
     */
    void validate(RequestDetails request, RequestValidationContext context) throws Exception;
}
