// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.defaults.roothttprouter;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Blocker;

/** Gathers what is written, and waits for the client to take it whenever there is a good piece. */
final class ResponseStream extends OutputStream {
    private static final int CAPACITY = 16 * 1024;

    private final Response response;
    private final byte[] buffer = new byte[CAPACITY];
    private int size;

    ResponseStream(Response response) {
        this.response = response;
    }

    @Override
    public void write(int b) throws IOException {
        if (size == CAPACITY) {
            flush();
        }
        buffer[size++] = (byte) b;
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        if (length > CAPACITY - size) {
            flush();
        }
        if (length >= CAPACITY) {
            send(ByteBuffer.wrap(bytes, offset, length));
            return;
        }
        System.arraycopy(bytes, offset, buffer, size, length);
        size += length;
    }

    @Override
    public void flush() throws IOException {
        if (size > 0) {
            send(remaining());
            size = 0;
        }
    }

    /** What was not sent yet. */
    ByteBuffer remaining() {
        return ByteBuffer.wrap(buffer, 0, size);
    }

    private void send(ByteBuffer bytes) throws IOException {
        try (var callback = Blocker.callback()) {
            response.write(false, bytes, callback);
            callback.block();
        } catch (IOException failure) {
            throw new ClientGoneException(failure);
        }
    }

    /** Nobody is there to take the response any more. */
    static final class ClientGoneException extends IOException {
        private static final long serialVersionUID = 1L;

        ClientGoneException(IOException cause) {
            super("The client did not take the response", cause);
        }
    }
}
