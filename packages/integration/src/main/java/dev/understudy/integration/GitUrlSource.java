// SPDX-License-Identifier: Apache-2.0
package dev.understudy.integration;

/** The parts of a URL of a repository that are the same for all hosts. */
record GitUrlSource(String protocol, String resource, String user, String pathname, FormParameters query, String href) {

    /** The host without its first label, where it has more than two. */
    String source() {
        var labels = resource.split("\\.", -1);
        return labels.length > 2 ? resource.substring(labels[0].length() + 1) : resource;
    }

    /** The decoded path without the slashes around it and without {@code .git}. */
    String name() {
        var path = pathname.isEmpty() ? href : pathname;
        return UriComponents.decode(path.replaceAll("(^/)|(/$)", "").replaceFirst("\\.git$", ""));
    }

    GitUrl with(String owner, String name, String fullName, String ref, String filepath, String filepathType) {
        return new GitUrl(protocol, resource, owner, name, fullName, ref, filepath, filepathType, href);
    }
}
