// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.backend.stitching;

import dev.understudy.catalog.backend.stitching.StitchingInstruments.Result;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What became of the requests of a batch. */
final class StitchOutcome {
    private final Set<String> loaded;
    private final Set<String> made;
    private final Set<String> written;
    private final Set<String> broken;

    StitchOutcome(
            List<StitchInput> inputs, List<FinalEntity> made, List<FinalEntity> written, Collection<String> broken) {
        this.loaded = inputs.stream().map(StitchInput::entityRef).collect(Collectors.toSet());
        this.made = refs(made);
        this.written = refs(written);
        this.broken = new HashSet<>(broken);
    }

    private static Set<String> refs(List<FinalEntity> entities) {
        return entities.stream().map(entity -> entity.input().entityRef()).collect(Collectors.toSet());
    }

    Result of(String entityRef) {
        if (broken.contains(entityRef)) {
            return Result.ERROR;
        }
        if (written.contains(entityRef)) {
            return Result.CHANGED;
        }
        return loaded.contains(entityRef) && !made.contains(entityRef) ? Result.UNCHANGED : Result.ABANDONED;
    }
}
