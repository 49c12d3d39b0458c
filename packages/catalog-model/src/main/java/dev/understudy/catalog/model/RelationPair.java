// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.model;

/** A type of relation and its reverse. */
record RelationPair(String forward, String reverse) {
    static final RelationPair OWNED_BY = new RelationPair(RelationTypes.OWNED_BY, RelationTypes.OWNER_OF);
    static final RelationPair PART_OF = new RelationPair(RelationTypes.PART_OF, RelationTypes.HAS_PART);
    static final RelationPair PROVIDES_API =
            new RelationPair(RelationTypes.PROVIDES_API, RelationTypes.API_PROVIDED_BY);
    static final RelationPair CONSUMES_API =
            new RelationPair(RelationTypes.CONSUMES_API, RelationTypes.API_CONSUMED_BY);
    static final RelationPair DEPENDS_ON = new RelationPair(RelationTypes.DEPENDS_ON, RelationTypes.DEPENDENCY_OF);
    static final RelationPair CHILD_OF = new RelationPair(RelationTypes.CHILD_OF, RelationTypes.PARENT_OF);
    static final RelationPair MEMBER_OF = new RelationPair(RelationTypes.MEMBER_OF, RelationTypes.HAS_MEMBER);

    RelationPair reversed() {
        return new RelationPair(reverse, forward);
    }
}
