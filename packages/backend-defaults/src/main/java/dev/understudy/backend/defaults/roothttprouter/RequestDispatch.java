// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.defaults.roothttprouter;

import dev.understudy.backend.plugin.api.http.HttpHandler;
import dev.understudy.backend.plugin.api.http.HttpRequest;
import dev.understudy.backend.plugin.api.http.HttpResponse;
import java.io.IOException;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** Where Jetty hands over a request, on a virtual thread of its own. */
final class RequestDispatch extends Handler.Abstract {
    private final HttpHandler application;
    private final ErrorMiddleware errors;
    private final ResponseWriter writer;
    private final TrustProxy trustProxy;
    private final ServerTimeouts timeouts;
    private final OpenRequests openRequests;

    RequestDispatch(ServerApplication application, ServerTimeouts timeouts, OpenRequests openRequests) {
        this.application = application.handler();
        this.errors = application.errors();
        this.trustProxy = application.trustProxy();
        this.writer = new ResponseWriter(timeouts);
        this.timeouts = timeouts;
        this.openRequests = openRequests;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        var view = new Exchange(request, trustProxy, timeouts).rootView();
        openRequests.begin();
        try {
            respond(request, response, view, callback);
        } catch (RuntimeException | Error failure) {
            openRequests.end();
            throw failure;
        }
        return true;
    }

    private void respond(Request request, Response response, HttpRequest view, Callback callback) {
        var answer = answer(request, view);
        var done = new Completion(view, answer, callback);
        try {
            writer.write(request, response, outgoing(request, view, answer), done);
        } catch (ResponseStream.ClientGoneException gone) {
            done.failed(gone);
        } catch (IOException | RuntimeException failure) {
            recover(request, response, view, failure, done);
        }
    }

    private HttpResponse answer(Request request, HttpRequest view) {
        if (timeouts.maxHeaders() > 0 && request.getHeaders().size() > timeouts.maxHeaders()) {
            return HttpResponse.status(431);
        }
        try {
            return application.handle(view);
        } catch (Exception failure) {
            return errors.answer(view, failure);
        }
    }

    // a stream that failed before its first byte was sent can still become a proper answer
    private void recover(Request request, Response response, HttpRequest view, Exception failure, Completion done) {
        var answer = errors.answer(view, failure);
        if (response.isCommitted()) {
            done.failed(failure);
            return;
        }
        response.reset();
        try {
            var last = new OutgoingAnswer(answer, SecurityHeaders.of(view), true);
            writer.write(request, response, last, new Completion(view, answer, done.callback));
        } catch (IOException | RuntimeException again) {
            done.failed(again);
        }
    }

    private OutgoingAnswer outgoing(Request request, HttpRequest view, HttpResponse answer) {
        return new OutgoingAnswer(answer, SecurityHeaders.of(view), isLastOfConnection(request));
    }

    private boolean isLastOfConnection(Request request) {
        int most = timeouts.maxRequestsPerSocket();
        return openRequests.isDraining()
                || (most > 0 && request.getConnectionMetaData().getConnection().getMessagesIn() >= most);
    }

    private final class Completion implements Callback {
        private final HttpRequest request;
        private final HttpResponse answer;
        private final Callback callback;

        Completion(HttpRequest request, HttpResponse answer, Callback callback) {
            this.request = request;
            this.answer = answer;
            this.callback = callback;
        }

        @Override
        public void succeeded() {
            openRequests.end();
            AccessLog.logAnswered(request, answer);
            callback.succeeded();
        }

        @Override
        public void failed(Throwable failure) {
            openRequests.end();
            callback.failed(failure);
        }
    }
}
