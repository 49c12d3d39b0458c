// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.defaults.auth;

import dev.understudy.errors.HttpException;
import java.util.LinkedHashMap;
import tools.jackson.databind.JsonNode;

/** A time of a token is not what it must be. */
final class JwtClaimException extends JwtException {
    private static final long serialVersionUID = 1L;

    private final String claim;
    private final String reason;

    private JwtClaimException(String claim, String reason, String message) {
        super("\"" + claim + "\" claim " + message);
        this.claim = claim;
        this.reason = reason;
    }

    static JwtClaimException noNumber(String claim) {
        return new JwtClaimException(claim, "invalid", "must be a number");
    }

    static JwtClaimException wrongTime(String claim) {
        return new JwtClaimException(claim, "check_failed", "timestamp check failed");
    }

    /** The failure as jose tells it, which has no status; the holder of the token knows its claims. */
    HttpException toAnswer(JsonNode claims) {
        var expired = claim.equals("exp") && reason.equals("check_failed");
        var properties = new LinkedHashMap<String, Object>();
        properties.put("code", expired ? "ERR_JWT_EXPIRED" : "ERR_JWT_CLAIM_VALIDATION_FAILED");
        properties.put("claim", claim);
        properties.put("reason", reason);
        properties.put("payload", claims);
        var name = expired ? "JWTExpired" : "JWTClaimValidationFailed";
        return new HttpException(name, 500, String.valueOf(getMessage()), properties);
    }
}
