// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.defaults.roothttprouter;

import dev.understudy.backend.plugin.api.http.HttpHandler;
import dev.understudy.backend.plugin.api.http.HttpRequest;
import dev.understudy.backend.plugin.api.http.HttpResponse;
import java.io.IOException;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** Has a request answered by the application, and the answer sent. */
final class Answering {
    private final HttpHandler application;
    private final ErrorMiddleware errors;
    private final ResponseWriter writer;
    private final ServerTimeouts timeouts;
    private final OpenRequests openRequests;

    Answering(ServerApplication application, ServerTimeouts timeouts, OpenRequests openRequests) {
        this.application = application.handler();
        this.errors = application.errors();
        this.writer = new ResponseWriter(timeouts);
        this.timeouts = timeouts;
        this.openRequests = openRequests;
    }

    void answer(Request request, Response response, HttpRequest view, Callback callback) {
        try {
            respond(request, response, view, callback);
        } catch (RuntimeException | Error failure) {
            openRequests.end();
            Response.writeError(request, response, callback, failure);
        }
    }

    private void respond(Request request, Response response, HttpRequest view, Callback callback) {
        var answer = answerTo(request, view);
        var done = new Completion(view, answer, callback);
        try {
            writer.write(request, response, outgoing(request, view, answer), done);
        } catch (ResponseStream.ClientGoneException gone) {
            done.failed(gone);
        } catch (IOException | RuntimeException failure) {
            recover(request, response, view, failure, done);
        }
    }

    private HttpResponse answerTo(Request request, HttpRequest view) {
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
