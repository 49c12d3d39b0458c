// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.app.api;

import static java.util.stream.Collectors.toSet;

import dev.understudy.backend.app.api.DependencyGraph.Node;
import dev.understudy.backend.plugin.api.ExtensionPoint;
import dev.understudy.errors.ConflictException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;

/**
 * Starts the modules of a plugin at the same time, except that a module that offers an extension point starts after the
 * modules that use it, so that it finds all their extensions.
 */
final class ModuleOrder {
    private final DependencyGraph<Registration> graph;

    private ModuleOrder(DependencyGraph<Registration> graph) {
        this.graph = graph;
    }

    /** @throws ConflictException if modules wait for each other */
    static ModuleOrder of(PluginPlan plugin) {
        var graph = new DependencyGraph<>(
                plugin.modules().stream().map(ModuleOrder::node).toList());
        var cycles = graph.cycles();
        if (!cycles.isEmpty()) {
            var path = cycles.getFirst().stream()
                    .map(module -> module.owner().moduleId().orElseThrow())
                    .toList();
            throw new ConflictException("Circular dependency detected for modules of plugin '" + plugin.pluginId()
                    + "', " + Cycles.describe(path));
        }
        return new ModuleOrder(graph);
    }

    /** Visits every module and returns when all visits have ended. */
    void visit(Consumer<Registration> visitor, TaskGroup tasks) {
        var pending = new LinkedHashMap<String, CountDownLatch>();
        for (var node : graph.nodes()) {
            node.provides()
                    .forEach(name -> pending.computeIfAbsent(
                            name,
                            _ -> new CountDownLatch(graph.providersOf(name).size())));
        }
        tasks.runAll(graph.nodes().stream()
                .map(node -> new TaskGroup.Task(threadName(node.value()), () -> visitInTurn(node, pending, visitor)))
                .toList());
    }

    private static void visitInTurn(
            Node<Registration> node, Map<String, CountDownLatch> pending, Consumer<Registration> visitor) {
        try {
            for (var name : node.consumes()) {
                var latch = pending.get(name);
                if (latch != null) {
                    latch.await();
                }
            }
            visitor.accept(node.value());
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt(); // the start was called off
        } finally {
            node.provides().stream().map(pending::get).filter(Objects::nonNull).forEach(CountDownLatch::countDown);
        }
    }

    /** The roles are reversed: using an extension point is what others wait for. */
    private static Node<Registration> node(Registration module) {
        var offered = module.extensionPoints().stream()
                .map(extensionPoint -> extensionPoint.point().id())
                .collect(toSet());
        var used = module.dependencies().stream()
                .filter(dependency -> dependency.ref() instanceof ExtensionPoint<?>)
                .map(dependency -> dependency.ref().id())
                .collect(toSet());
        return new Node<>(module, offered, used);
    }

    private static String threadName(Registration module) {
        return "module-" + module.owner().pluginId() + "-"
                + module.owner().moduleId().orElseThrow();
    }
}
