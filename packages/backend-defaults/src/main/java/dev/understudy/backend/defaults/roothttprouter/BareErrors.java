// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.defaults.roothttprouter;

import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** Answers what never becomes a request with a bare status, as Node does, and ends the connection. */
final class BareErrors implements Request.Handler {
    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        response.setStatus(statusOfNode(response.getStatus()));
        response.getHeaders().put(HttpHeader.CONNECTION, "close");
        response.write(true, null, callback);
        return true;
    }

    private static int statusOfNode(int status) {
        return switch (status) {
            // unknown versions and transfer codings, which are not the server's failure
            case HttpStatus.UPGRADE_REQUIRED_426,
                    HttpStatus.NOT_IMPLEMENTED_501,
                    HttpStatus.HTTP_VERSION_NOT_SUPPORTED_505 -> HttpStatus.BAD_REQUEST_400;
            default -> status;
        };
    }
}
