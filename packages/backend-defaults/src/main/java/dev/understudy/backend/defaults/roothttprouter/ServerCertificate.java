// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.defaults.roothttprouter;

import org.eclipse.jetty.util.ssl.SslContextFactory;

/** The certificate that the server shows. */
final class ServerCertificate {
    private final SslContextFactory.Server contextFactory = new SslContextFactory.Server();

    SslContextFactory.Server contextFactory() {
        return contextFactory;
    }
}
