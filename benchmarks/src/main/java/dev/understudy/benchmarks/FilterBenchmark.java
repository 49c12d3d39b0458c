// SPDX-License-Identifier: Apache-2.0
package dev.understudy.benchmarks;

import dev.understudy.catalog.backend.query.EntityFilter;
import dev.understudy.catalog.backend.query.EntityFilterParams;
import dev.understudy.catalog.backend.query.PredicateReader;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** What is done with the filters of a request before the database is asked. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class FilterBenchmark {
    private final List<String> typical = List.of("kind=component,spec.type=service", "kind=api,metadata.tags.java");
    private final List<String> alternatives = IntStream.range(0, 100)
            .mapToObj(index -> "kind=component,metadata.name=service-" + index)
            .toList();

    @Benchmark
    public EntityFilter typicalFilter() {
        return read(typical);
    }

    @Benchmark
    public EntityFilter hundredAlternatives() {
        return read(alternatives);
    }

    private static EntityFilter read(List<String> parameters) {
        return EntityFilterParams.parse(parameters).map(PredicateReader::read).orElseGet(EntityFilter::everything);
    }
}
