// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.defaults.auth;

import dev.understudy.config.Config;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Tokens of an issuer that publishes its keys. */
final class JwksTokenHandler implements ExternalTokenHandler {
    private final JwksFetch fetch;
    private final Clock clock;

    JwksTokenHandler(JwksFetch fetch, Clock clock) {
        this.fetch = fetch;
        this.clock = clock;
    }

    @Override
    public String type() {
        return "jwks";
    }

    @Override
    public Verifier initialize(Config options) {
        var url = TextChecks.solid(options.string("url"), "Illegal JWKS URL, must be a set of non-space characters");
        var check = new JwtCheck(
                "",
                TextChecks.list(options, "audience"),
                TextChecks.list(options, "issuer"),
                TextChecks.list(options, "algorithm"),
                List.of());
        var prefix = options.optionalString("subjectPrefix")
                .map(text -> "external:" + text + ":")
                .orElse("external:");
        var keys = new RemoteJwkSet(uri(url), fetch, clock, () -> false);
        var verified = new TokenCache<String>(clock);
        return token -> {
            var known = verified.find(token);
            return known.isPresent() ? known : verify(token, check, keys, prefix, verified);
        };
    }

    private static URI uri(String url) {
        var uri = URI.create(url);
        if (uri.getHost() == null) {
            throw new IllegalArgumentException("Invalid URL");
        }
        return uri;
    }

    private Optional<String> verify(
            String token, JwtCheck check, KeyFinder keys, String prefix, TokenCache<String> verified) {
        try {
            var jwt = Jwt.parse(token);
            check.pass(jwt, keys, clock);
            var subject = jwt.claimText("sub");
            if (subject.isEmpty()) {
                return Optional.empty();
            }
            verified.put(token, prefix + subject, jwt.claimTime("exp").orElse(Instant.MAX));
            return Optional.of(prefix + subject);
        } catch (JwtException notOurs) {
            return Optional.empty();
        }
    }
}
