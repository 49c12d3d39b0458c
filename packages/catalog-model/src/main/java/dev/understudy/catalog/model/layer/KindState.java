// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.model.layer;

import java.util.LinkedHashMap;
import java.util.Map;

/** A kind while layers are applied; its versions by name, then by type, where the empty text stands for no type. */
final class KindState {
    final String group;
    final Map<String, Map<String, SpecTypeState>> versions = new LinkedHashMap<>();
    KindNames names;
    String description;

    KindState(String group, KindNames names, String description) {
        this.group = group;
        this.names = names;
        this.description = description;
    }

    String apiVersion(String version) {
        return group + "/" + version;
    }
}
