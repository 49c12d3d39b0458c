// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.plugin.api.http;

import java.io.IOException;
import java.io.OutputStream;

/** What a response carries. */
public sealed interface HttpBody {
    /** Nothing. */
    record Empty() implements HttpBody {}

    /** Bytes at hand. They are not copied: do not change them afterwards. */
    @SuppressWarnings("ArrayRecordComponent") // copying or comparing bodies would cost and serves nobody
    record Bytes(byte[] bytes) implements HttpBody {}

    /** Bytes at hand that are sent as they are: no ETag is made for them, and development does not indent them. */
    @SuppressWarnings("ArrayRecordComponent")
    record Raw(byte[] bytes) implements HttpBody {}

    /** Bytes written as they come; the client sees them at each {@code flush}, and a full socket makes the writer wait. */
    record Streaming(Writer writer) implements HttpBody {}

    /** Writes a streamed body; called once, and not for HEAD. */
    @FunctionalInterface
    interface Writer {
        void writeTo(OutputStream out) throws IOException;
    }
}
