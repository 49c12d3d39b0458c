// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.defaults.roothttprouter;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.util.Optional;

/** IP addresses as text and as bytes, as Node writes them. No name is ever looked up. */
final class IpAddress {
    private IpAddress() {}

    /** The text of a socket's address, IPv6 in its shortest form; empty when it is no IP address. */
    static String textOf(SocketAddress address) {
        if (address instanceof InetSocketAddress inet && inet.getAddress() != null) {
            return textOf(inet.getAddress().getAddress());
        }
        return "";
    }

    static String textOf(byte[] bytes) {
        if (bytes.length == 4) {
            return (bytes[0] & 0xff) + "." + (bytes[1] & 0xff) + "." + (bytes[2] & 0xff) + "." + (bytes[3] & 0xff);
        }
        return shortest(groups(bytes));
    }

    /** The bytes of an address; those of IPv4 for an IPv6 address that maps one. */
    static Optional<byte[]> parse(String text) {
        if (text.isEmpty() || text.indexOf('%') >= 0) {
            return Optional.empty();
        }
        try {
            return Optional.of(InetAddress.ofLiteral(text).getAddress());
        } catch (IllegalArgumentException notAnAddress) {
            return Optional.empty();
        }
    }

    private static int[] groups(byte[] bytes) {
        var groups = new int[8];
        for (int index = 0; index < groups.length; index++) {
            groups[index] = (bytes[2 * index] & 0xff) << 8 | (bytes[2 * index + 1] & 0xff);
        }
        return groups;
    }

    private static String shortest(int[] groups) {
        int bestStart = -1;
        int bestLength = 1;
        for (int start = 0; start < groups.length; start++) {
            int length = zeros(groups, start);
            if (length > bestLength) {
                bestStart = start;
                bestLength = length;
            }
        }
        if (bestStart < 0) {
            return joined(groups, 0, groups.length);
        }
        return joined(groups, 0, bestStart) + "::" + joined(groups, bestStart + bestLength, groups.length);
    }

    private static int zeros(int[] groups, int start) {
        int end = start;
        while (end < groups.length && groups[end] == 0) {
            end++;
        }
        return end - start;
    }

    private static String joined(int[] groups, int start, int end) {
        var text = new StringBuilder();
        for (int index = start; index < end; index++) {
            text.append(index == start ? "" : ":").append(Integer.toHexString(groups[index]));
        }
        return text.toString();
    }
}
