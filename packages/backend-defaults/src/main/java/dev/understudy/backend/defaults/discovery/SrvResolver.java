// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.defaults.discovery;

import dev.understudy.errors.ForwardedException;
import dev.understudy.errors.NotFoundException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.DoubleSupplier;

/** Turns URLs of services into URLs of hosts: lowest priority, by weight at random. Answers are kept for a second. */
final class SrvResolver {
    private static final Duration LIFETIME = Duration.ofSeconds(1);

    private record Answer(List<SrvRecord> records, Instant until) {}

    private final SrvLookup lookup;
    private final Clock clock;
    private final DoubleSupplier random;
    private final ConcurrentHashMap<String, Answer> answers = new ConcurrentHashMap<>();

    SrvResolver(SrvLookup lookup, Clock clock, DoubleSupplier random) {
        this.lookup = lookup;
        this.clock = clock;
        this.random = random;
    }

    String resolve(String url) {
        var service = SrvUrl.parse(url);
        var record = pick(records(service.host()));
        return service.protocol() + "://" + record.host() + ":" + record.port() + service.path();
    }

    private List<SrvRecord> records(String host) {
        var now = clock.instant();
        answers.values().removeIf(answer -> !now.isBefore(answer.until()));
        return answers.computeIfAbsent(host, name -> new Answer(find(name), now.plus(LIFETIME)))
                .records();
    }

    private List<SrvRecord> find(String host) {
        List<SrvRecord> records;
        try {
            records = lookup.find(host);
        } catch (Exception failure) {
            throw new ForwardedException("Failed SRV resolution for " + host, failure);
        }
        if (records.isEmpty()) {
            throw new NotFoundException("No SRV records found for " + host);
        }
        return records;
    }

    private SrvRecord pick(List<SrvRecord> all) {
        var lowest = all.stream().mapToInt(SrvRecord::priority).min().orElseThrow();
        var records = all.stream().filter(record -> record.priority() == lowest).toList();
        var target = random.getAsDouble()
                * records.stream().mapToInt(SrvRecord::weight).sum();
        var weight = 0;
        for (var record : records) {
            weight += record.weight();
            if (target <= weight) {
                return record;
            }
        }
        return records.getFirst();
    }
}
