// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.defaults.startup;

import dev.understudy.backend.plugin.api.http.HttpResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The page: one document that holds no data and fetches it from the endpoint beside it. Its own content security policy allows
 * its style and its script, by their hashes, and nothing else.
 */
final class StartupPage {
    private static final Lazy<HttpResponse> RESPONSE = new Lazy<>(() -> respond(read("startup.css"), script()));

    private StartupPage() {}

    static HttpResponse response() {
        return RESPONSE.get();
    }

    private static HttpResponse respond(String style, String script) {
        var page = read("startup.html")
                .replace("<style></style>", "<style>" + style + "</style>")
                .replace("<script></script>", "<script>" + script + "</script>");
        return HttpResponse.html(page)
                .withHeader("Content-Security-Policy", policy(style, script))
                .withHeader("Referrer-Policy", "no-referrer")
                .withHeader("X-Frame-Options", "DENY")
                .withHeader("Cache-Control", "no-cache");
    }

    private static String policy(String style, String script) {
        return "default-src 'none';script-src '" + hash(script) + "';style-src '" + hash(style)
                + "';connect-src 'self';img-src data:;base-uri 'none';form-action 'none';frame-ancestors 'none'";
    }

    private static String hash(String text) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return "sha256-" + Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String script() {
        return Stream.of("elements.js", "timeline.js", "sections.js", "startup.js")
                .map(StartupPage::read)
                .collect(Collectors.joining());
    }

    private static String read(String name) {
        try (var input = Objects.requireNonNull(StartupPage.class.getResourceAsStream(name), name)) {
            return new String(input.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
