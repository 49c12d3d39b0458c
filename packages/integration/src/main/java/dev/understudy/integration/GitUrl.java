// SPDX-License-Identifier: Apache-2.0
package dev.understudy.integration;

import java.util.Arrays;

/**
 * What a URL of a repository, or of a file in one, says. Parts it does not have are empty. Counterpart:
 * {@code git-url-parse}, for the hosts that have integrations.
 *
 * @param protocol such as {@code https}
 * @param resource the host without a port
 * @param owner who the repository belongs to; a path where there are nested groups
 * @param name of the repository
 * @param fullName owner and name
 * @param ref branch, tag or commit
 * @param filepath the file, relative to the root of the repository, decoded
 * @param filepathType how the URL shows the file: blob, tree, raw, src, edit or browse
 * @param href the URL
 */
public record GitUrl(
        String protocol,
        String resource,
        String owner,
        String name,
        String fullName,
        String ref,
        String filepath,
        String filepathType,
        String href) {

    /**
     * Reads a URL.
     *
     * @throws IllegalArgumentException if it is none
     */
    public static GitUrl parse(String url) {
        return GitUrlParser.parse(url);
    }

    /**
     * Reads a URL whose path does not climb, however often it is escaped.
     *
     * @throws IllegalArgumentException if it does, or is no URL
     */
    public static GitUrl parseSafe(String url) {
        var parsed = parse(url);
        if (climbs(fullyDecoded(parsed.filepath()))) {
            throw new IllegalArgumentException("Invalid SCM URL: path traversal is not allowed in the URL");
        }
        return parsed;
    }

    private static boolean climbs(String path) {
        return Arrays.stream(path.split("/", -1)).anyMatch(segment -> segment.equals("..") || segment.equals("."));
    }

    private static String fullyDecoded(String text) {
        var decoded = text;
        try {
            for (var previous = ""; !decoded.equals(previous); ) {
                previous = decoded;
                decoded = UriComponents.decode(decoded);
            }
        } catch (IllegalArgumentException undecodable) {
            return decoded;
        }
        return decoded;
    }
}
