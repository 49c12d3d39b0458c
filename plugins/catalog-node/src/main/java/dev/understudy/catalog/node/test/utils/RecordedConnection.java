// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.node.test.utils;

import dev.understudy.catalog.node.DeferredEntity;
import dev.understudy.catalog.node.EntityProviderConnection;
import dev.understudy.catalog.node.EntityProviderMutation;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/** Keeps what a provider does, each step in one line. For use by one thread at a time. */
public final class RecordedConnection implements EntityProviderConnection {
    private final List<String> steps = new ArrayList<>();
    private final List<DeferredEntity> entities = new ArrayList<>();

    /** What was done, such as {@code full [user:default/a]} or {@code refresh [key]}. */
    public List<String> steps() {
        return steps;
    }

    /** All entities that were added. */
    public List<DeferredEntity> entities() {
        return entities;
    }

    @Override
    public void applyMutation(EntityProviderMutation mutation) {
        switch (mutation) {
            case EntityProviderMutation.Full(var all) -> {
                steps.add("full " + describe(all));
                entities.addAll(all);
            }
            case EntityProviderMutation.Delta(var added, var removed) -> {
                steps.add("added " + describe(added) + " removed "
                        + removed.stream()
                                .map(EntityProviderMutation.Removal::entityRef)
                                .toList());
                entities.addAll(added);
            }
        }
    }

    @Override
    public void refresh(Collection<String> keys) {
        steps.add("refresh " + keys);
    }

    private static String describe(List<DeferredEntity> deferred) {
        return deferred.stream()
                .map(one -> one.entity().kind().equals("Location")
                        ? one.entity().spec().path("target").asString("")
                        : one.entity().ref().stringify())
                .collect(Collectors.joining(", ", "[", "]"));
    }
}
