// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.defaults.cache;

import static java.nio.charset.StandardCharsets.UTF_8;

import net.rubyeye.xmemcached.transcoders.CachedData;
import net.rubyeye.xmemcached.transcoders.CompressionMode;
import net.rubyeye.xmemcached.transcoders.Transcoder;

/** Text as its bytes, without the flags and the compression with which the client marks Java's own types. */
final class MemcacheText implements Transcoder<String> {
    static final MemcacheText TRANSCODER = new MemcacheText();

    private MemcacheText() {}

    @Override
    public CachedData encode(String text) {
        return new CachedData(0, text.getBytes(UTF_8));
    }

    @Override
    public String decode(CachedData data) {
        return new String(data.getData(), UTF_8);
    }

    @Override
    public void setPrimitiveAsString(boolean primitiveAsString) {}

    @Override
    public void setPackZeros(boolean packZeros) {}

    @Override
    public void setCompressionThreshold(int threshold) {}

    @Override
    public boolean isPrimitiveAsString() {
        return false;
    }

    @Override
    public boolean isPackZeros() {
        return false;
    }

    @Override
    public void setCompressionMode(CompressionMode mode) {}
}
