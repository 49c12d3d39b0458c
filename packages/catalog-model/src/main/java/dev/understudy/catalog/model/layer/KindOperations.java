// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.model.layer;

import dev.understudy.errors.InputException;
import java.util.LinkedHashMap;
import java.util.Optional;

/** What layers do with kinds. */
final class KindOperations {
    private KindOperations() {}

    record Declare(String group, KindNames names, String description) implements ModelOperation {
        @Override
        public Phase phase() {
            return Phase.DECLARE_KIND;
        }

        @Override
        public void apply(ModelState state) {
            if (state.kinds().putIfAbsent(names.kind(), new KindState(group, names, description)) != null) {
                throw new InputException("Kind \"" + names.kind() + "\" is declared more than once");
            }
        }
    }

    record DeclareVersion(String kind, String name, String specType, SpecTypeState content) implements ModelOperation {
        @Override
        public Phase phase() {
            return Phase.DECLARE_KIND_VERSION;
        }

        @Override
        public void apply(ModelState state) {
            var declared = state.kinds().get(kind);
            if (declared == null) {
                throw new InputException("Cannot declare version \"" + name + "\" for unknown kind \"" + kind + "\"");
            }
            var types = declared.versions.computeIfAbsent(name, _ -> new LinkedHashMap<>());
            if (types.putIfAbsent(specType, content) != null) {
                throw new InputException("Version \"" + name + "\" of kind \"" + kind + "\" already has "
                        + SpecTypeState.label(specType) + " declared");
            }
        }
    }

    record Update(String kind, Optional<String> singular, Optional<String> plural, Optional<String> description)
            implements ModelOperation {
        @Override
        public Phase phase() {
            return Phase.UPDATE_KIND;
        }

        @Override
        public void apply(ModelState state) {
            var known = state.kinds().get(kind);
            if (known == null) {
                throw new InputException("Cannot update unknown kind \"" + kind + "\"");
            }
            known.names =
                    new KindNames(kind, singular.orElse(known.names.singular()), plural.orElse(known.names.plural()));
            known.description = description.orElse(known.description);
        }
    }

    record UpdateVersion(String kind, String name, String specType, KindVersionUpdate update)
            implements ModelOperation {
        @Override
        public Phase phase() {
            return Phase.UPDATE_KIND_VERSION;
        }

        @Override
        public void apply(ModelState state) {
            var known = state.kinds().get(kind);
            if (known == null) {
                throw new InputException("Cannot update version \"" + name + "\" for unknown kind \"" + kind + "\"");
            }
            var types = known.versions.get(name);
            if (types == null) {
                throw new InputException("Cannot update unknown version \"" + name + "\" of kind \"" + kind + "\"");
            }
            var old = types.get(specType);
            if (old == null) {
                throw new InputException("Cannot update undeclared " + SpecTypeState.label(specType) + " on version \""
                        + name + "\" of kind \"" + kind + "\"");
            }
            types.put(
                    specType,
                    new SpecTypeState(
                            update.description().or(old::description),
                            update.relationFields().orElse(old.relationFields()),
                            update.schema()
                                    .map(schema -> SchemaMerge.merge(old.schema(), schema))
                                    .orElse(old.schema())));
        }
    }

    record Remove(String kind) implements ModelOperation {
        @Override
        public Phase phase() {
            return Phase.REMOVE_KIND;
        }

        @Override
        public void apply(ModelState state) {
            if (state.kinds().remove(kind) == null) {
                throw new InputException("Cannot remove unknown kind \"" + kind + "\"");
            }
        }
    }
}
