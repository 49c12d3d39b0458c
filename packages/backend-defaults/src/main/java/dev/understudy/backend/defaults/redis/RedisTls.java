// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.defaults.redis;

import dev.understudy.backend.defaults.internal.NodeTls;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.List;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SSLParameters;
import redis.clients.jedis.DefaultJedisClientConfig;
import redis.clients.jedis.SslOptions;
import redis.clients.jedis.SslVerifyMode;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/**
 * Whether and how connections are encrypted.
 *
 * @param isRequired whether to speak TLS, whatever the scheme of the URL
 * @param options Node's options of TLS
 */
public record RedisTls(boolean isRequired, JsonNode options) {
    private static final String SERVER_NAME = "servername";
    private static final String NAME = "the options of TLS for the connection to Redis";
    private static final String STORE = "PKCS12";

    static final RedisTls NONE = new RedisTls(false, MissingNode.getInstance());

    /** Whether an option of TLS is heeded. */
    public static boolean heeds(String option) {
        return NodeTls.OPTIONS.contains(option) || option.equals(SERVER_NAME);
    }

    void applyTo(DefaultJedisClientConfig.Builder client) {
        if (options.propertyStream().noneMatch(option -> heeds(option.getKey()))) {
            client.sslOptions(SslOptions.defaults());
            return;
        }
        try {
            client.sslOptions(sslOptions(NodeTls.of(options, NAME)));
        } catch (GeneralSecurityException | IOException unreadable) {
            throw new IllegalArgumentException("Cannot use " + NAME + ", " + unreadable.getMessage(), unreadable);
        }
    }

    private SslOptions sslOptions(NodeTls tls) throws GeneralSecurityException, IOException {
        var ssl = SslOptions.builder()
                .sslVerifyMode(tls.isVerifying() ? SslVerifyMode.FULL : SslVerifyMode.INSECURE)
                .sslParameters(parameters());
        var trusted = tls.trusted();
        if (trusted.isPresent()) {
            ssl.trustStoreType(STORE).truststore(bytes(trusted.get()), NodeTls.password());
        }
        var identity = tls.identity();
        if (identity.isPresent()) {
            ssl.keyStoreType(STORE).keystore(bytes(identity.get()), NodeTls.password());
        }
        return ssl.build();
    }

    private static SslOptions.Resource bytes(KeyStore store) throws GeneralSecurityException, IOException {
        var bytes = new ByteArrayOutputStream();
        store.store(bytes, NodeTls.password());
        return () -> new ByteArrayInputStream(bytes.toByteArray());
    }

    private SSLParameters parameters() {
        var parameters = new SSLParameters();
        var name = options.path(SERVER_NAME).asString("");
        if (!name.isEmpty()) {
            parameters.setServerNames(List.of(new SNIHostName(name)));
        }
        return parameters;
    }
}
