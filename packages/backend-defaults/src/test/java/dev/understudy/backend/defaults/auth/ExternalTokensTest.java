// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.defaults.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.understudy.config.Config;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

final class ExternalTokensTest {
    private final AuthFixture fixture = new AuthFixture();

    @Test
    void knowsStaticTokens() {
        var auth = fixture.configured(entry("static", "{\"token\": \"long-enough\", \"subject\": \"ci/cd\"}"))
                .create();
        assertThat(auth.authenticate("long-enough")).hasToString("backstageCredentials{servicePrincipal{ci/cd}}");
        for (var token : new String[] {"long-enoug", "long-enough ", "Long-enough", "long-enough0"}) {
            assertThatThrownBy(() -> auth.authenticate(token)).hasMessage("Illegal token");
        }
    }

    @Test
    void knowsTokensSignedWithAnOldSecret() {
        var auth = fixture.configured(entry(
                        "legacy",
                        "{\"secret\": \"" + RecordedTokens.text("legacySecret") + "\", \"subject\": \"old\"}"))
                .create();
        assertThat(auth.authenticate(RecordedTokens.text("legacy")))
                .hasToString("backstageCredentials{servicePrincipal{old}}");
        assertThatThrownBy(() -> auth.authenticate(RecordedTokens.text("legacyExpired")))
                .hasMessage("\"exp\" claim timestamp check failed");
    }

    @Test
    void refusesTokensSignedWithAnotherSecret() {
        var auth = fixture.configured(entry("legacy", "{\"secret\": \"AAAAAAAAAAAA\", \"subject\": \"old\"}"))
                .create();
        assertThatThrownBy(() -> auth.authenticate(RecordedTokens.text("legacy")))
                .hasMessage("Illegal token");
    }

    @Test
    void knowsTheOlderSectionForSecrets() {
        var auth = fixture.configured("{\"keys\": [{\"secret\": \"" + RecordedTokens.text("legacySecret") + "\"}]}")
                .create();
        assertThat(auth.authenticate(RecordedTokens.text("legacy")))
                .hasToString("backstageCredentials{servicePrincipal{external:backstage-plugin}}");
    }

    static Stream<String> algorithms() {
        return RecordedTokens.group("algorithms").propertyNames().stream();
    }

    @ParameterizedTest
    @MethodSource("algorithms")
    void knowsTokensOfIssuersThatPublishKeys(String algorithm) {
        var auth = fixture.configured(entry("jwks", """
                        {"url": "https://issuer.example/jwks", "issuer": "https://issuer.example, https://other.example",
                         "audience": ["backstage-external"], "subjectPrefix": "robots"}
                        """)).create();
        var token = RecordedTokens.group("algorithms").path(algorithm).stringValue();
        assertThat(auth.authenticate(token))
                .hasToString("backstageCredentials{servicePrincipal{external:robots:robot}}");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            "issuer": "https://other.example"
            "audience": "other"
            "algorithm": "RS256"
            """)
    void refusesOtherTokensOfAnIssuer(String limit) {
        var auth = fixture.configured(entry("jwks", "{\"url\": \"https://issuer.example/jwks\", " + limit + "}"))
                .create();
        var token = RecordedTokens.group("algorithms").path("ES256").stringValue();
        assertThatThrownBy(() -> auth.authenticate(token)).hasMessage("Illegal token");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            static | {"token": "a b c d e", "subject": "x"} | Illegal token, must be a set of non-space characters
            static | {"token": "short", "subject": "x"}     | Illegal token, must be at least 8 characters length
            static | {"token": "long-enough", "subject": "x y"} | Illegal subject, must be a set of non-space characters
            legacy | {"secret": "a b", "subject": "x"}      | Illegal secret, must be a valid base64 string
            legacy | {"secret": "!!!!", "subject": "x"}     | Illegal secret, must be a valid base64 string
            jwks   | {"url": "https://a b"}                 | Illegal JWKS URL, must be a set of non-space characters
            magic  | {}                                     | Unknown type 'magic' in backend.auth.externalAccess, expected one of 'static', 'legacy', 'jwks'
            """)
    void refusesWrongSettings(String type, String options, String message) {
        assertThatThrownBy(() -> fixture.configured(entry(type, options)).create())
                .hasMessage(message);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            [{"plugin": "a", "x": 1}] | Invalid key 'x' in 'accessRestrictions' config, expected one of 'plugin', 'permission', 'permissionAttribute'
            [{"plugin": "a"}, {"plugin": "a"}] | Attempted to declare 'accessRestrictions' twice for plugin 'a', which is not permitted
            [{"plugin": "a", "permissionAttribute": {"x": 1}}] | Invalid key 'x' in 'permissionAttribute' config, expected 'action'
            [{"plugin": "a", "permissionAttribute": {"action": "x"}}] | Invalid value 'x' at 'action' in 'permissionAttributes' config, valid values are 'create', 'read', 'update', 'delete'
            """)
    void refusesWrongRestrictions(String restrictions, String message) {
        var config =
                "{\"externalAccess\": [{\"type\": \"static\", \"options\": {\"token\": \"long-enough\", \"subject\":"
                        + " \"x\"}, \"accessRestrictions\": " + restrictions + "}]}";
        assertThatThrownBy(() -> fixture.configured(config).create()).hasMessage(message);
    }

    @Test
    void asksHandlersOfOthers() {
        var auth = fixture.configured(entry("magic", "{\"word\": \"sesame\"}"))
                .with(new MagicHandler("magic"))
                .create();
        assertThat(auth.authenticate("sesame")).hasToString("backstageCredentials{servicePrincipal{magician}}");
        assertThatThrownBy(
                        () -> new AuthFixture().with(new MagicHandler("static")).create())
                .hasMessage("Duplicate external token handler type 'static', each handler must have a unique type");
    }

    private record MagicHandler(String type) implements ExternalTokenHandler {
        @Override
        public Verifier initialize(Config options) {
            var word = options.string("word");
            return token -> token.equals(word) ? Optional.of("magician") : Optional.empty();
        }
    }

    private static String entry(String type, String options) {
        return "{\"externalAccess\": [{\"type\": \"" + type + "\", \"options\": " + options + "}]}";
    }
}
