// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.defaults.cache.infinispan;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.understudy.types.Json;
import org.infinispan.commons.dataconversion.MediaType;
import org.infinispan.commons.io.ByteBuffer;
import org.infinispan.commons.io.ByteBufferImpl;
import org.infinispan.commons.marshall.AbstractMarshaller;
import tools.jackson.databind.node.StringNode;

/** Text as a JSON string, with its quotes. */
final class JsonTextMarshaller extends AbstractMarshaller {
    @Override
    protected ByteBuffer objectToBuffer(Object text, int estimatedSize) {
        return ByteBufferImpl.create(
                StringNode.valueOf((String) text).toString().getBytes(UTF_8));
    }

    @Override
    public Object objectFromByteBuffer(byte[] bytes, int offset, int length) {
        return Json.mapper().readTree(new String(bytes, offset, length, UTF_8)).asString();
    }

    @Override
    public boolean isMarshallable(Object object) {
        return object instanceof String;
    }

    @Override
    public MediaType mediaType() {
        return MediaType.APPLICATION_JSON;
    }
}
