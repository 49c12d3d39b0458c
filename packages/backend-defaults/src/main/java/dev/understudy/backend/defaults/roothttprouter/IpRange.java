// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.defaults.roothttprouter;

/** Addresses with a common prefix. */
@SuppressWarnings("ArrayRecordComponent") // compared by nobody
record IpRange(byte[] network, int prefixLength) {
    static IpRange parse(String text) {
        int slash = text.lastIndexOf('/');
        var address = slash < 0 ? text : text.substring(0, slash);
        var network = IpAddress.parse(address)
                .orElseThrow(() -> new IllegalArgumentException("invalid IP address: " + address));
        int bits = network.length * 8;
        int length = slash < 0 ? bits : prefixLength(text.substring(slash + 1));
        if (length <= 0 || length > bits) {
            throw new IllegalArgumentException("invalid range on address: " + text);
        }
        return new IpRange(network, length);
    }

    private static int prefixLength(String text) {
        if (text.matches("[0-9]{1,3}")) {
            return Integer.parseInt(text);
        }
        return IpAddress.parse(text)
                .filter(mask -> mask.length == 4)
                .map(mask -> leadingOnes(
                        (mask[0] & 0xff) << 24 | (mask[1] & 0xff) << 16 | (mask[2] & 0xff) << 8 | (mask[3] & 0xff)))
                .orElse(-1);
    }

    private static int leadingOnes(int mask) {
        int ones = Integer.numberOfLeadingZeros(~mask);
        return Integer.bitCount(mask) == ones ? ones : -1;
    }

    boolean contains(byte[] address) {
        if (address.length != network.length) {
            return false;
        }
        int whole = prefixLength / 8;
        for (int index = 0; index < whole; index++) {
            if (address[index] != network[index]) {
                return false;
            }
        }
        int left = prefixLength % 8;
        return left == 0 || (address[whole] & 0xff) >> (8 - left) == (network[whole] & 0xff) >> (8 - left);
    }
}
