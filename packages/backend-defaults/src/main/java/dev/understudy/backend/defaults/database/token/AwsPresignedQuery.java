// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.defaults.database.token;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Signs the query of a GET request, good for a quarter of an hour (AWS Signature Version 4). */
record AwsPresignedQuery(AwsCredentials credentials, String region, String service, Instant now) {
    private static final String ALGORITHM = "AWS4-HMAC-SHA256";
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    String sign(String address, Map<String, String> parameters) {
        var query = new TreeMap<>(parameters);
        query.put("X-Amz-Algorithm", ALGORITHM);
        query.put("X-Amz-Credential", credentials.accessKeyId() + "/" + scope());
        query.put("X-Amz-Date", TIME.format(now));
        query.put("X-Amz-Expires", "900");
        query.put("X-Amz-SignedHeaders", "host");
        credentials.sessionToken().ifPresent(token -> query.put("X-Amz-Security-Token", token));
        var canonical = TokenHttp.encode(query);
        return canonical + "&X-Amz-Signature=" + signature(address, canonical);
    }

    private String signature(String address, String canonicalQuery) {
        var request = "GET\n/\n" + canonicalQuery + "\nhost:" + address + "\n\nhost\n" + sha256("");
        var text = ALGORITHM + "\n" + TIME.format(now) + "\n" + scope() + "\n" + sha256(request);
        var key = hmac(("AWS4" + credentials.secretAccessKey()).getBytes(UTF_8), day());
        var signing = hmac(hmac(hmac(key, region), service), "aws4_request");
        return HexFormat.of().formatHex(hmac(signing, text));
    }

    private String scope() {
        return day() + "/" + region + "/" + service + "/aws4_request";
    }

    private String day() {
        return TIME.format(now).substring(0, 8);
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static byte[] hmac(byte[] key, String text) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(text.getBytes(UTF_8));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
