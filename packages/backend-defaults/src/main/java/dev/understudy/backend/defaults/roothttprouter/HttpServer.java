// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.defaults.roothttprouter;

import dev.understudy.backend.plugin.api.service.LoggerService;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.jetty.http.HttpCompliance;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.server.ConnectionFactory;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.SslConnectionFactory;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/** The listening server. Platform threads move bytes; requests run on virtual threads, see {@link RequestDispatch}. */
final class HttpServer {
    private static final Duration LONGEST_DRAIN = Duration.ofSeconds(30);
    private static final int MOST_SELECTORS = 8;
    // as much as Node accepts
    private static final int REQUEST_HEADERS_BYTES = 16 * 1024;
    private static final int RESPONSE_HEADERS_BYTES = 64 * 1024;
    // a bare line feed at the end of a line is how requests are hidden from proxies
    private static final HttpCompliance STRICT_LINES = HttpCompliance.RFC9110.without(
            "STRICT_LINES",
            HttpCompliance.Violation.LF_HEADER_TERMINATION,
            HttpCompliance.Violation.LF_CHUNK_TERMINATION);

    static {
        QuickStart.prepare();
    }

    private final ListenAddress listen;
    private final Server server;
    private final ServerConnector connector;
    private final OpenRequests openRequests = new OpenRequests();
    private final SlowClients slowClients;
    private final LoggerService logger;
    private volatile int port;

    private HttpServer(
            ListenAddress listen,
            ServerTimeouts timeouts,
            Optional<ServerCertificate> certificate,
            ServerApplication application,
            LoggerService logger) {
        this.listen = listen;
        this.logger = logger;
        this.server = new Server(threads());
        this.connector = new ServerConnector(server, null, null, null, 1, selectors(), protocols(certificate));
        this.slowClients = new SlowClients(connector, timeouts);
        connector.setHost(listen.host().isEmpty() ? null : listen.host());
        connector.setPort(listen.port());
        connector.setIdleTimeout(timeouts.headers().toMillis());
        connector.setAcceptQueueSize(511);
        server.addConnector(connector);
        server.setHandler(new RequestDispatch(application, timeouts, openRequests));
        server.setErrorHandler(new BareErrors());
        server.setStopTimeout(0);
    }

    /**
     * Listens.
     *
     * @throws IllegalStateException when the address cannot be listened on
     */
    static HttpServer start(
            ListenAddress listen,
            ServerTimeouts timeouts,
            Optional<ServerCertificate> certificate,
            ServerApplication application,
            LoggerService logger)
            throws Exception {
        var server = new HttpServer(listen, timeouts, certificate, application, logger);
        server.listen();
        return server;
    }

    // they also decrypt, so with many processors one would hold the others up
    private static int selectors() {
        return Math.clamp(Runtime.getRuntime().availableProcessors() / 2, 1, MOST_SELECTORS);
    }

    private static QueuedThreadPool threads() {
        var threads = new QueuedThreadPool(MOST_SELECTORS + 8, 4);
        threads.setName("http-io");
        threads.setDaemon(false);
        threads.setVirtualThreadsExecutor(RequestDispatch::onVirtualThread);
        return threads;
    }

    private static ConnectionFactory[] protocols(Optional<ServerCertificate> certificate) {
        var http = new RawTargetConnection.Factory(configuration());
        return certificate
                .map(tls -> new ConnectionFactory[] {tls(tls, http), http})
                .orElseGet(() -> new ConnectionFactory[] {http});
    }

    private static SslConnectionFactory tls(ServerCertificate certificate, HttpConnectionFactory http) {
        var tls = new SslConnectionFactory(certificate.contextFactory(), http.getProtocol());
        // it would refuse hosts that the certificate does not name, behind proxies and on bare addresses too
        tls.setEnsureSecureRequestCustomizer(false);
        return tls;
    }

    private static HttpConfiguration configuration() {
        var configuration = new HttpConfiguration();
        configuration.setSendServerVersion(false);
        configuration.setRequestHeaderSize(REQUEST_HEADERS_BYTES);
        configuration.setMaxResponseHeaderSize(RESPONSE_HEADERS_BYTES);
        configuration.setHttpCompliance(STRICT_LINES);
        configuration.setUriCompliance(UriCompliance.UNSAFE);
        // otherwise a header that differs from an earlier one in letter case alone, such as a wrong token, is taken for
        // it
        configuration.setHeaderCacheCaseSensitive(true);
        return configuration;
    }

    private void listen() throws Exception {
        try {
            server.start();
        } catch (IOException failure) {
            server.stop();
            throw new IllegalStateException(
                    "Unable to listen on " + listen + ". Stop the process that uses this address,"
                            + " or choose another one in config at 'backend.listen'",
                    failure);
        }
        port = connector.getLocalPort();
        logger.info("Listening on " + listen.host() + ":" + port);
    }

    int port() {
        return port;
    }

    int connections() {
        return connector.getConnectedEndPoints().size();
    }

    /** Accepts nothing new, lets open requests end, and closes everything. */
    void stop(boolean atOnce) throws Exception {
        connector.close();
        if (!atOnce) {
            slowClients.closeIdle();
            openRequests.drain(LONGEST_DRAIN);
        }
        server.stop();
    }
}
