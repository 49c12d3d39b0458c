// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.model.layer;

/** What has a name, a description and nothing else. */
enum TermType {
    ANNOTATION("annotation", "Annotation"),
    LABEL("label", "Label"),
    TAG("tag", "Tag");

    private final String noun;
    private final String title;

    TermType(String noun, String title) {
        this.noun = noun;
        this.title = title;
    }

    String noun() {
        return noun;
    }

    String title() {
        return title;
    }
}
