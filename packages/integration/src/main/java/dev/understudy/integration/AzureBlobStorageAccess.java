// SPDX-License-Identifier: Apache-2.0
package dev.understudy.integration;

import java.io.IOException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * How to reach an account of Azure Blob Storage: with its key, a shared access signature, a connection string, the
 * configured application, or else what {@link AzureEnvironment} finds. Thread-safe. Backstage counterpart:
 * {@code DefaultAzureCredentialsManager}.
 */
public final class AzureBlobStorageAccess {
    private static final String RESOURCE = "https://storage.azure.com";
    private static final String VERSION = "2021-12-02";
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern(
                    "EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private final String baseUrl;
    private final Signer signer;

    /** Adds credentials to a request. */
    @FunctionalInterface
    interface Signer {
        ScmRequest sign(ScmRequest request) throws IOException, InterruptedException;
    }

    AzureBlobStorageAccess(String baseUrl, Signer signer) {
        this.baseUrl = ScmUrlResolver.trimEnd(baseUrl, '/');
        this.signer = signer;
    }

    /** For one account. */
    public static AzureBlobStorageAccess create(ScmHttpClient client, AzureBlobStorageIntegrationConfig config) {
        return create(config, new EntraTokens(client), System.getenv());
    }

    static AzureBlobStorageAccess create(
            AzureBlobStorageIntegrationConfig config, EntraTokens tokens, Map<String, String> environment) {
        var account = config.accountName().orElse("undefined");
        var accountUrl = "https://" + account + "." + config.host();
        if (config.accountKey().isPresent()) {
            return withKey(accountUrl, account, config.accountKey().get());
        }
        if (config.sasToken().isPresent()) {
            return withSignature(
                    config.endpoint().orElse(accountUrl), config.sasToken().get());
        }
        if (config.connectionString().isPresent()) {
            return AzureConnectionString.parse(config.connectionString().get()).access(account);
        }
        var source = config.aadCredential()
                .<CachedToken.Source>map(
                        app -> () -> tokens.forClient(app.tenantId(), app.clientId(), app.clientSecret(), RESOURCE))
                .orElseGet(() -> new AzureEnvironment(environment, tokens).source(RESOURCE));
        var token = new CachedToken(source);
        return new AzureBlobStorageAccess(
                config.endpoint().orElse(accountUrl), request -> secure(request).bearer(Optional.of(token.get())));
    }

    static AzureBlobStorageAccess withKey(String url, String account, Secret key) {
        return new AzureBlobStorageAccess(url, new AzureSharedKey(account, key)::sign);
    }

    static AzureBlobStorageAccess withSignature(String url, Secret signature) {
        var query = signature.reveal().replaceFirst("^\\?", "");
        return new AzureBlobStorageAccess(
                url,
                request -> new ScmRequest(
                        request.url() + (request.url().contains("?") ? "&" : "?") + query,
                        request.headers(),
                        request.body(),
                        request.maxRedirects()));
    }

    private static ScmRequest secure(ScmRequest request) throws IOException {
        if (!request.url().startsWith("https:")) {
            throw new IOException(
                    "Bearer token authentication is not permitted for non-TLS protected (non-https) URLs.");
        }
        return request;
    }

    /** Where a container is. */
    public String url(String container) {
        return baseUrl + "/" + UriComponents.encode(container);
    }

    /** Where a blob is. */
    public String url(String container, String name) {
        var path = Arrays.stream(name.split("/", -1)).map(UriComponents::encode).collect(Collectors.joining("/"));
        return url(container) + "/" + path;
    }

    /** The request with all that Azure Storage asks for; it must not be changed after. */
    public ScmRequest sign(ScmRequest request) throws IOException, InterruptedException {
        var now = Clock.systemUTC().instant();
        return signer.sign(request.header("x-ms-version", VERSION).header("x-ms-date", DATE.format(now)));
    }
}
