// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.client;

/**
 * A registered location. Backstage counterpart of the same name.
 *
 * @param id its identity, a UUID
 * @param type how to read the target, such as {@code url}
 * @param target what to read
 * @param entityRef the entity that stands for it, in canonical form
 */
public record Location(String id, String type, String target, String entityRef) {
    /** The form {@code type:target}. */
    public String ref() {
        return type + ":" + target;
    }
}
