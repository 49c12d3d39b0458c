// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.defaults.roothttprouter;

import dev.understudy.backend.plugin.api.http.HttpRequest;
import java.util.concurrent.ThreadFactory;
import java.util.function.Predicate;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * Where Jetty hands over a request, on the thread that reads from all connections. Each is answered on a virtual thread of
 * its own, but for those whose answers never wait: starting a thread would cost more than they do.
 */
final class RequestDispatch extends Handler.Abstract.NonBlocking {
    private static final ThreadFactory THREADS =
            Thread.ofVirtual().name("http-request").factory();

    private final Answering answering;
    private final Predicate<HttpRequest> neverWaits;
    private final TrustProxy trustProxy;
    private final ServerTimeouts timeouts;
    private final OpenRequests openRequests;

    RequestDispatch(ServerApplication application, ServerTimeouts timeouts, OpenRequests openRequests) {
        this.answering = new Answering(application, timeouts, openRequests);
        this.neverWaits = application.neverWaits();
        this.trustProxy = application.trustProxy();
        this.timeouts = timeouts;
        this.openRequests = openRequests;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        var view = new Exchange(request, trustProxy, timeouts).rootView();
        openRequests.begin();
        if (neverWaits.test(view)) {
            answering.answer(request, response, view, callback);
        } else {
            onVirtualThread(() -> answering.answer(request, response, view, callback));
        }
        return true;
    }

    static void onVirtualThread(Runnable task) {
        THREADS.newThread(task).start();
    }
}
