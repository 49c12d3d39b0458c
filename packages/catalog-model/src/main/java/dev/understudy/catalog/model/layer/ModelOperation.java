// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.model.layer;

/** A single change to a model. Layers are equal if their operations are. */
interface ModelOperation {
    Phase phase();

    /** Throws {@link dev.understudy.errors.InputException} when the model has not what it takes. */
    void apply(ModelState state);

    /** The operations of all layers are sorted by these before they are applied. */
    enum Phase {
        DECLARE_ANNOTATION,
        DECLARE_LABEL,
        DECLARE_TAG,
        DECLARE_KIND,
        DECLARE_KIND_VERSION,
        DECLARE_RELATION,
        UPDATE_ANNOTATION,
        UPDATE_LABEL,
        UPDATE_TAG,
        UPDATE_KIND,
        UPDATE_KIND_VERSION,
        UPDATE_RELATION,
        REMOVE_ANNOTATION,
        REMOVE_LABEL,
        REMOVE_TAG,
        REMOVE_KIND
    }
}
