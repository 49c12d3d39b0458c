// SPDX-License-Identifier: Apache-2.0
package dev.understudy.permission.common;

import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What a policy decides. Backstage counterpart: {@code PolicyDecision}. */
public sealed interface PolicyDecision permits DefinitivePolicyDecision, ConditionalPolicyDecision {
    /** The outcome. */
    AuthorizeResult result();

    /** Reads a decision from the wire; empty if it is malformed. */
    static Optional<PolicyDecision> parse(JsonNode json) {
        return DecisionJson.read(json);
    }

    /** The decision on the wire. */
    default ObjectNode toJson() {
        return DecisionJson.write(this);
    }
}
