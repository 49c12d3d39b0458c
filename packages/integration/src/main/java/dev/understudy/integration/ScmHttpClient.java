// SPDX-License-Identifier: Apache-2.0
package dev.understudy.integration;

import java.io.IOException;
import java.net.ProxySelector;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Talks to hosts. Follows redirects, to the same or a secure scheme only, and leaves credentials behind where they lead to
 * another origin. Thread-safe; all share their connections, so that there may be any number of them.
 */
public final class ScmHttpClient {
    private static final Set<Integer> REDIRECTS = Set.of(301, 302, 303, 307, 308);
    private static final Set<String> CREDENTIALS = Set.of("authorization", "x-api-key", "cookie");
    private static final Pattern STRAY_PERCENT = Pattern.compile("%(?![0-9a-fA-F]{2})");
    private static final String NOT_IN_URIS = "\"<>\\^`{|}[] ";
    private static final Duration CONNECT = Duration.ofSeconds(10);
    private static final Duration HEADERS = Duration.ofSeconds(60);
    private static final Duration BODY = Duration.ofMinutes(10);

    private final Duration headersTimeout;
    private final DeadlineStream.Limits limits;

    private ScmHttpClient(Duration headersTimeout, DeadlineStream.Limits limits) {
        this.headersTimeout = headersTimeout;
        this.limits = limits;
    }

    /**
     * A client that waits 10 seconds for a connection, a minute for an answer and 10 minutes for all of it, but no more than
     * two minutes while it comes at less than a KiB a second.
     */
    public static ScmHttpClient create() {
        return withTimeouts(HEADERS, BODY);
    }

    static ScmHttpClient withTimeouts(Duration headers, Duration body) {
        return new ScmHttpClient(headers, new DeadlineStream.Limits(body, headers));
    }

    /** One connection pool for all, made for the first request: many backends never send one. */
    private static final class Shared {
        static final HttpClient CLIENT = create();

        private static HttpClient create() {
            var builder = HttpClient.newBuilder().connectTimeout(CONNECT).followRedirects(HttpClient.Redirect.NEVER);
            Optional.ofNullable(ProxySelector.getDefault()).ifPresent(builder::proxy);
            return builder.build();
        }
    }

    /**
     * Sends a request.
     *
     * @throws IOException if there is no answer, or one redirect too many
     */
    public ScmResponse send(ScmRequest request) throws IOException, InterruptedException {
        var url = requestUrl(request.url());
        var headers = new ArrayList<>(List.copyOf(request.headers().entrySet()));
        for (var redirects = 0; ; redirects++) {
            var builder = HttpRequest.newBuilder(uri(url)).timeout(headersTimeout);
            headers.forEach(header -> builder.setHeader(header.getKey(), header.getValue()));
            request.body().ifPresent(body -> builder.POST(BodyPublishers.ofString(body)));
            var answer = Shared.CLIENT.send(builder.build(), BodyHandlers.ofInputStream());
            var response = new ScmResponse(answer, new DeadlineStream(answer.body(), url.toString(), limits));
            var location = response.header("location");
            if (request.maxRedirects() == 0 || location.isEmpty() || !REDIRECTS.contains(response.status())) {
                return response;
            }
            response.close();
            if (redirects == request.maxRedirects()) {
                throw new IOException("Too many redirects (max " + redirects + ") when reading " + request.url());
            }
            var next = redirect(url, location.get());
            if (!next.origin().equals(url.origin())) {
                headers.removeIf(header -> CREDENTIALS.contains(header.getKey().toLowerCase(java.util.Locale.ROOT)));
            }
            url = next;
        }
    }

    private static WebUrl redirect(WebUrl from, String location) throws IOException {
        var next = requestUrl(from.resolve(location).toString());
        if (from.scheme().equals("https") && !next.scheme().equals("https")) {
            throw new IOException("Refusing to follow the insecure redirect from " + from + " to " + next);
        }
        return next;
    }

    private static WebUrl requestUrl(String text) throws IOException {
        var url = WebUrl.parse(text);
        if (!url.scheme().equals("https") && !url.scheme().equals("http")) {
            throw new IOException("Cannot read " + text + ", only http and https URLs can be read");
        }
        if (!url.username().isEmpty()) {
            throw new IOException("Request cannot be constructed from a URL that includes credentials: " + url.host());
        }
        return url;
    }

    /** The JDK's URIs have fewer characters than the URL standard. */
    private static URI uri(WebUrl url) {
        var path =
                PercentEncoding.encode(url.pathname() + url.search(), character -> NOT_IN_URIS.indexOf(character) >= 0);
        return URI.create(url.origin() + STRAY_PERCENT.matcher(path).replaceAll("%25"));
    }
}
