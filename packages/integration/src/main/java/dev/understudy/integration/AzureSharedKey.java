// SPDX-License-Identifier: Apache-2.0
package dev.understudy.integration;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Signs requests that read with an account's key, as Azure Storage wants it. */
record AzureSharedKey(String account, Secret key) {
    private static final List<String> SIGNED_HEADERS = List.of(
            "content-encoding",
            "content-language",
            "content-length",
            "content-md5",
            "content-type",
            "date",
            "if-modified-since",
            "if-match",
            "if-none-match",
            "if-unmodified-since",
            "range");

    ScmRequest sign(ScmRequest request) {
        return request.header("Authorization", "SharedKey " + account + ":" + signature(textToSign(request)));
    }

    private String textToSign(ScmRequest request) {
        var headers = new TreeMap<String, String>();
        request.headers().forEach((name, value) -> headers.put(name.toLowerCase(Locale.ROOT), value));
        var plain = SIGNED_HEADERS.stream()
                .map(name -> headers.getOrDefault(name, ""))
                .collect(Collectors.joining("\n"));
        var own = headers.entrySet().stream()
                .filter(header -> header.getKey().startsWith("x-ms-"))
                .map(AzureSharedKey::line)
                .collect(Collectors.joining("\n"));
        return "GET\n" + plain + "\n" + own + "\n" + resource(WebUrl.parse(request.url()));
    }

    private String resource(WebUrl url) {
        var query = url.parameters().entries().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(pair -> "\n" + line(pair))
                .collect(Collectors.joining());
        return "/" + account + url.pathname() + query;
    }

    private static String line(Map.Entry<String, String> pair) {
        return pair.getKey() + ":" + pair.getValue();
    }

    private String signature(String text) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(Base64.getDecoder().decode(key.reveal()), "HmacSHA256"));
            return Base64.getEncoder().encodeToString(mac.doFinal(text.getBytes(UTF_8)));
        } catch (GeneralSecurityException | IllegalArgumentException unusable) {
            throw new IllegalArgumentException(
                    "The key of the storage account '" + account + "' is not valid", unusable);
        }
    }
}
