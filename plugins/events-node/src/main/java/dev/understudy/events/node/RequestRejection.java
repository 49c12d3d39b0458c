// SPDX-License-Identifier: Apache-2.0
package dev.understudy.events.node;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * The answer to a request that is refused. Backstage counterpart: {@code RequestRejectionDetails}.
 *
 * @param payload the body of the answer
 */
public record RequestRejection(int status, JsonNode payload) {
    public RequestRejection {
        if (status < 400 || status > 599) {
            throw new IllegalArgumentException("A rejection has a status from 400 to 599, got " + status);
        }
    }

    /** Status 403 and an empty object. */
    public static RequestRejection forbidden() {
        return new RequestRejection(403, JsonNodeFactory.instance.objectNode());
    }
}
