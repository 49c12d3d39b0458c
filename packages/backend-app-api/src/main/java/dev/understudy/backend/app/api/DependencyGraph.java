// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.app.api;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Values that provide and consume things by name. */
final class DependencyGraph<T> {
    /** A value, with the names of what it consumes and provides. */
    record Node<T>(T value, Set<String> consumes, Set<String> provides) {}

    private final List<Node<T>> nodes;
    private final Map<String, List<Node<T>>> providers = new LinkedHashMap<>();

    DependencyGraph(List<Node<T>> nodes) {
        this.nodes = List.copyOf(nodes);
        for (var node : nodes) {
            node.provides()
                    .forEach(name -> providers
                            .computeIfAbsent(name, _ -> new ArrayList<>())
                            .add(node));
        }
    }

    List<Node<T>> nodes() {
        return nodes;
    }

    List<Node<T>> providersOf(String name) {
        return providers.getOrDefault(name, List.of());
    }

    /** One way round each circle; every way begins and ends with the same value. */
    List<List<T>> cycles() {
        var cycles = new ArrayList<List<T>>();
        var known = new HashSet<Set<T>>();
        for (var start : nodes) {
            cycleThrough(start).filter(path -> known.add(Set.copyOf(path))).ifPresent(cycles::add);
        }
        return cycles;
    }

    /** The shortest way from a node back to itself. */
    private Optional<List<T>> cycleThrough(Node<T> start) {
        var visited = new HashSet<Node<T>>();
        var paths = new ArrayList<List<Node<T>>>();
        paths.add(List.of(start));
        for (var index = 0; index < paths.size(); index++) {
            var path = paths.get(index);
            for (var next : providersFor(path.getLast())) {
                if (next.equals(start)) {
                    return Optional.of(values(append(path, start)));
                }
                if (visited.add(next)) {
                    paths.add(append(path, next));
                }
            }
        }
        return Optional.empty();
    }

    private List<Node<T>> providersFor(Node<T> node) {
        return node.consumes().stream()
                .flatMap(name -> providersOf(name).stream())
                .toList();
    }

    private static <E> List<E> append(List<E> path, E element) {
        var longer = new ArrayList<>(path);
        longer.add(element);
        return List.copyOf(longer);
    }

    private static <T> List<T> values(List<Node<T>> path) {
        return path.stream().map(Node::value).toList();
    }
}
