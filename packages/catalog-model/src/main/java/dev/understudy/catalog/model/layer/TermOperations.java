// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.model.layer;

import dev.understudy.errors.InputException;

/** What layers do with annotations, labels and tags. */
final class TermOperations {
    private TermOperations() {}

    private static ModelOperation.Phase phase(String verb, TermType type) {
        return ModelOperation.Phase.valueOf(verb + "_" + type.name());
    }

    record Declare(TermType type, TermDefinition term) implements ModelOperation {
        @Override
        public Phase phase() {
            return TermOperations.phase("DECLARE", type);
        }

        @Override
        public void apply(ModelState state) {
            if (state.terms(type).putIfAbsent(term.name(), term) != null) {
                throw new InputException(type.title() + " \"" + term.name() + "\" is declared more than once");
            }
        }
    }

    record Update(TermType type, TermUpdate update) implements ModelOperation {
        @Override
        public Phase phase() {
            return TermOperations.phase("UPDATE", type);
        }

        @Override
        public void apply(ModelState state) {
            var term = state.terms(type).get(update.name());
            if (term == null) {
                throw new InputException("Cannot update undeclared " + type.noun() + " \"" + update.name() + "\"");
            }
            state.terms(type)
                    .put(
                            term.name(),
                            new TermDefinition(
                                    term.name(),
                                    update.title().or(term::title),
                                    update.description().orElse(term.description()),
                                    update.schema().or(term::schema)));
        }
    }

    record Remove(TermType type, String name) implements ModelOperation {
        @Override
        public Phase phase() {
            return TermOperations.phase("REMOVE", type);
        }

        @Override
        public void apply(ModelState state) {
            if (state.terms(type).remove(name) == null) {
                throw new InputException("Cannot remove unknown " + type.noun() + " \"" + name + "\"");
            }
        }
    }
}
