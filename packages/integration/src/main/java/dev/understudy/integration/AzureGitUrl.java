// SPDX-License-Identifier: Apache-2.0
package dev.understudy.integration;

/** URLs of repositories at Azure DevOps. */
final class AzureGitUrl {
    private static final String COLLECTION = "DefaultCollection";

    private AzureGitUrl() {}

    static GitUrl parse(GitUrlSource url) {
        var splits = url.name().split("/", -1);
        var visualStudio = url.source().equals("visualstudio.com");
        var names = names(url, splits, visualStudio);
        // the older domain's URLs are not searched for a path, as in the reference
        var filepath = visualStudio ? "" : url.query().last("path").orElse("").replaceFirst("^/+", "");
        var ref = visualStudio ? "" : url.query().last("version").orElse("").replaceFirst("^GB", "");
        return url.with(names.owner(), names.name(), names.fullName(), ref, filepath, "");
    }

    private static Names names(GitUrlSource url, String[] splits, boolean visualStudio) {
        return switch (splits.length) {
            case 2 -> visualStudio ? new Names(splits[1], splits[1], "_git/" + splits[1]) : plain(url);
            case 3 ->
                splits[0].equals(COLLECTION)
                        ? new Names(splits[2], splits[2], COLLECTION + "/_git/" + splits[2])
                        : new Names(splits[0], splits[2], splits[0] + "/_git/" + splits[2]);
            case 4 -> new Names(splits[1], splits[3], splits[0] + "/" + splits[1] + "/_git/" + splits[3]);
            case 5 -> visualStudio ? plain(url) : new Names(splits[1], splits[4], "_git/" + splits[4]);
            default -> plain(url);
        };
    }

    private static Names plain(GitUrlSource url) {
        return new Names(url.user(), url.name(), url.user().isEmpty() ? url.name() : url.user() + "/" + url.name());
    }

    private record Names(String owner, String name, String fullName) {}
}
