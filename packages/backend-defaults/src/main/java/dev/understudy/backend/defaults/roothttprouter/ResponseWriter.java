// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.defaults.roothttprouter;

import dev.understudy.backend.plugin.api.http.HttpBody;
import dev.understudy.backend.plugin.api.http.HttpResponse;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.http.HttpVersion;
import org.eclipse.jetty.http.PreEncodedHttpField;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/** Puts responses on the wire. */
final class ResponseWriter {
    private static final int LONG_BODY = 16 * 1024;
    private static final HttpField CLOSE = new PreEncodedHttpField(HttpHeader.CONNECTION, "close");

    private final ServerTimeouts timeouts;
    private final HttpField keepAliveTimeout;

    ResponseWriter(ServerTimeouts timeouts) {
        this.timeouts = timeouts;
        this.keepAliveTimeout = new PreEncodedHttpField(
                HttpHeader.KEEP_ALIVE, "timeout=" + timeouts.keepAlive().toSeconds());
    }

    /**
     * @throws IOException when a streamed body fails; what was sent of it cannot be taken back
     */
    void write(Request request, Response response, OutgoingAnswer outgoing, Callback callback) throws IOException {
        var answer = outgoing.response();
        response.setStatus(answer.status());
        addHeaders(response.getHeaders(), outgoing.standing(), answer);
        addConnectionHeaders(request, response.getHeaders(), outgoing.isLast());
        switch (answer.body()) {
            case HttpBody.Empty() -> finish(request, response, null, callback);
            case HttpBody.Bytes(var bytes) -> writeBytes(request, response, bytes, callback);
            case HttpBody.Raw(var bytes) -> writeBytes(request, response, bytes, callback);
            case HttpBody.Streaming(var writer) -> writeStream(request, response, writer, callback);
        }
    }

    private static void addHeaders(HttpFields.Mutable fields, List<HttpField> standing, HttpResponse answer) {
        for (var field : standing) {
            if (!answer.hasHeader(field.getName())) {
                fields.add(field);
            }
        }
        for (var header : answer.headers()) {
            fields.add(header.name(), header.value());
        }
    }

    private void addConnectionHeaders(Request request, HttpFields.Mutable fields, boolean close) {
        var connection = request.getConnectionMetaData();
        if (connection.getHttpVersion() == HttpVersion.HTTP_2) {
            return;
        }
        if (close) {
            fields.put(CLOSE);
        } else if (connection.isPersistent()) {
            fields.put(keepAliveTimeout);
        }
    }

    private void writeBytes(Request request, Response response, byte[] bytes, Callback callback) {
        if (bytes.length > LONG_BODY) {
            ConnectionPatience.duringContent(request, timeouts);
        }
        response.getHeaders().put(HttpHeader.CONTENT_LENGTH, bytes.length);
        finish(request, response, isHead(request) ? null : ByteBuffer.wrap(bytes), callback);
    }

    private void writeStream(Request request, Response response, HttpBody.Writer writer, Callback callback)
            throws IOException {
        if (isHead(request)) {
            finish(request, response, null, callback);
            return;
        }
        ConnectionPatience.duringContent(request, timeouts);
        var out = new ResponseStream(response);
        writer.writeTo(out);
        finish(request, response, out.remaining(), callback);
    }

    private void finish(Request request, Response response, @Nullable ByteBuffer last, Callback callback) {
        var done = Callback.from(() -> ConnectionPatience.betweenRequests(request, timeouts), callback);
        if (response.getStatus() == HttpStatus.NOT_MODIFIED_304) {
            // Jetty would give it the length 0, which is that of no representation
            response.write(false, null, Callback.from(() -> response.write(true, null, done), done::failed));
        } else {
            response.write(true, last, done);
        }
    }

    private static boolean isHead(Request request) {
        return request.getMethod().equals("HEAD");
    }
}
