// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.model.layer;

import dev.understudy.errors.InputException;
import java.util.Optional;

/** What layers do with relations, in one direction. */
final class RelationOperations {
    private RelationOperations() {}

    record Declare(String fromKind, RelationEnd end, String toKind, String reverseType, String description)
            implements ModelOperation {
        @Override
        public Phase phase() {
            return Phase.DECLARE_RELATION;
        }

        @Override
        public void apply(ModelState state) {
            state.relations()
                    .computeIfAbsent(end.type(), type -> new RelationState(type, end.title(), reverseType, description))
                    .connect(fromKind, toKind);
        }
    }

    record Update(
            String fromKind,
            String type,
            String toKind,
            Optional<String> title,
            Optional<String> reverseType,
            Optional<String> reverseTitle,
            Optional<String> description)
            implements ModelOperation {
        @Override
        public Phase phase() {
            return Phase.UPDATE_RELATION;
        }

        @Override
        public void apply(ModelState state) {
            var relation = state.relations().get(type);
            if (relation == null) {
                throw new InputException("Cannot update undeclared relation \"" + type + "\"");
            }
            relation.connect(fromKind, toKind);
            relation.reverseType = reverseType.orElse(relation.reverseType);
            relation.title = title.orElse(relation.title);
            relation.reverseTitle = reverseTitle.or(() -> title).orElse(relation.reverseTitle);
            relation.description = description.orElse(relation.description);
            renameReverse(state, relation);
        }

        private void renameReverse(ModelState state, RelationState relation) {
            var reverse = state.relations().get(relation.reverseType);
            if (reverse != null) {
                reverse.title = reverseTitle.orElse(reverse.title);
            }
        }
    }
}
