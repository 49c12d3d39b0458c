// SPDX-License-Identifier: Apache-2.0
package dev.understudy.integration;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.understudy.config.ConfigException;
import java.io.ByteArrayOutputStream;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Clock;
import java.util.Base64;
import java.util.HexFormat;

/** The token with which an app authenticates as itself, for less than 10 minutes. */
final class GithubAppJwt {
    private static final int BACKDATED_SECONDS = 30;
    private static final int LIFETIME_SECONDS = 600;
    /** Version 0 and the algorithm rsaEncryption, as they precede the key in PKCS #8. */
    private static final byte[] RSA = HexFormat.of().parseHex("020100300d06092a864886f70d0101010500");

    private final GithubAppConfig config;
    private final Clock clock;

    GithubAppJwt(GithubAppConfig config, Clock clock) {
        this.config = config;
        this.clock = clock;
    }

    Secret create() {
        var issuedAt = clock.instant().getEpochSecond() - BACKDATED_SECONDS;
        var claims = "{\"iat\":" + issuedAt + ",\"exp\":" + (issuedAt + LIFETIME_SECONDS) + ",\"iss\":" + config.appId()
                + "}";
        var signed =
                encode("{\"alg\":\"RS256\",\"typ\":\"JWT\"}".getBytes(UTF_8)) + "." + encode(claims.getBytes(UTF_8));
        try {
            var signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(privateKey(config.privateKey().reveal()));
            signature.update(signed.getBytes(US_ASCII));
            return Secret.of(signed + "." + encode(signature.sign()));
        } catch (GeneralSecurityException | IllegalArgumentException failure) {
            throw new ConfigException(
                    "The private key of GitHub app " + config.appId() + " is not an RSA key in PEM format", failure);
        }
    }

    private static String encode(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static PrivateKey privateKey(String text) throws GeneralSecurityException {
        var pem = text.replace("\\n", "\n");
        var base64 = pem.replaceAll("-----[A-Z ]+-----", "").replaceAll("\\s", "");
        var key = Base64.getDecoder().decode(base64);
        // GitHub hands out PKCS #1, which the JDK does not read
        var der = pem.contains("BEGIN RSA PRIVATE KEY") ? wrapped(key) : key;
        return KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(der));
    }

    private static byte[] wrapped(byte[] key) {
        return element(0x30, RSA, element(0x04, key));
    }

    private static byte[] element(int tag, byte[]... contents) {
        var content = new ByteArrayOutputStream();
        for (var part : contents) {
            content.writeBytes(part);
        }
        var result = new ByteArrayOutputStream();
        result.write(tag);
        writeLength(result, content.size());
        result.writeBytes(content.toByteArray());
        return result.toByteArray();
    }

    private static void writeLength(ByteArrayOutputStream result, int length) {
        if (length > 0xff) {
            result.write(0x82);
            result.write(length >> 8);
        } else if (length > 0x7f) {
            result.write(0x81);
        }
        result.write(length);
    }
}
