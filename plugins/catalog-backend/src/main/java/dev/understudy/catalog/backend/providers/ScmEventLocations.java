// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.backend.providers;

import dev.understudy.catalog.node.CatalogScmEvent;
import dev.understudy.catalog.node.CatalogScmEventsService;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntSupplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Unregisters and changes locations when what they name goes away or moves. */
final class ScmEventLocations {
    private final RegisteredLocations locations;
    private final CatalogScmEventsService events;
    private final ScmEventHandling handling;
    private final Changes changes;

    /** Changes registered locations, and the entities that stand for them. */
    interface Changes {
        void add(List<Location> locations);

        void remove(List<Location> locations);
    }

    ScmEventLocations(
            RegisteredLocations locations, CatalogScmEventsService events, ScmEventHandling handling, Changes changes) {
        this.locations = locations;
        this.events = events;
        this.handling = handling;
        this.changes = changes;
    }

    void subscribe() {
        if (handling.unregister() || handling.move()) {
            events.subscribe(this::apply);
        }
    }

    /** What a number of events comes to. */
    private record Wanted(
            Set<String> deletedFiles,
            Set<String> deletedRepositories,
            Set<String> createdFiles,
            Map<String, String> moved) {
        Wanted() {
            this(new LinkedHashSet<>(), new LinkedHashSet<>(), new LinkedHashSet<>(), new LinkedHashMap<>());
        }
    }

    private void apply(List<CatalogScmEvent> happened) {
        var wanted = wanted(happened);
        run("delete", wanted.deletedFiles().isEmpty(), () -> delete(locations.ofUrls(wanted.deletedFiles())));
        run("delete", wanted.deletedRepositories().isEmpty(), () -> delete(below(wanted.deletedRepositories())));
        run("create", wanted.createdFiles().isEmpty(), () -> create(wanted.createdFiles()));
        run("move", wanted.moved().isEmpty(), () -> move(wanted.moved()));
    }

    private void run(String action, boolean nothing, IntSupplier work) {
        if (!nothing) {
            events.markEventActionTaken(action, work.getAsInt());
        }
    }

    private Wanted wanted(List<CatalogScmEvent> happened) {
        var registered = handling.move() ? registered(happened) : Set.of();
        var wanted = new Wanted();
        for (var event : happened) {
            if (event instanceof CatalogScmEvent.LocationDeleted(var url, var _) && handling.unregister()) {
                wanted.deletedFiles().add(url);
            } else if (event instanceof CatalogScmEvent.LocationMoved(var from, var to, var _)
                    && registered.contains(from)) {
                wanted.deletedFiles().add(from);
                wanted.createdFiles().add(to);
            } else if (event instanceof CatalogScmEvent.RepositoryDeleted(var url, var _) && handling.unregister()) {
                wanted.deletedRepositories().add(url);
            } else if (event instanceof CatalogScmEvent.RepositoryMoved(var from, var to, var _) && handling.move()) {
                wanted.moved().put(from, to);
            }
        }
        return wanted;
    }

    /** A file that moved matters only if it was a registered location. */
    private Set<String> registered(List<CatalogScmEvent> happened) {
        var moved = happened.stream()
                .flatMap(event -> event instanceof CatalogScmEvent.LocationMoved(var from, var _, var _)
                        ? Stream.of(from)
                        : Stream.<String>empty())
                .toList();
        return moved.isEmpty()
                ? Set.of()
                : locations.ofUrls(moved).stream().map(Location::target).collect(Collectors.toSet());
    }

    private List<Location> below(Set<String> urls) {
        var found = new LinkedHashMap<String, Location>();
        for (var url : urls) {
            var prefix = RepositoryPrefix.parse(url);
            locations.ofUrlsContaining(prefix.url().owner(), prefix.url().name()).stream()
                    .filter(location -> prefix.contains(location.target()))
                    .forEach(location -> found.put(location.id(), location));
        }
        return List.copyOf(found.values());
    }

    private int delete(List<Location> gone) {
        if (!gone.isEmpty()) {
            changes.remove(gone);
        }
        return gone.size();
    }

    private int create(Set<String> urls) {
        var existing = locations.ofUrls(urls).stream().map(Location::target).collect(Collectors.toSet());
        var added = urls.stream()
                .filter(url -> !existing.contains(url))
                .map(url -> RegisteredLocations.create("url", url))
                .toList();
        if (!added.isEmpty()) {
            changes.add(added);
        }
        return added.size();
    }

    private int move(Map<String, String> moved) {
        var count = 0;
        for (var move : moved.entrySet()) {
            var from = move.getKey();
            var to = move.getValue();
            if (from.equals(to) || hasQuery(from) || hasQuery(to)) {
                continue;
            }
            var matches = below(Set.of(from));
            if (delete(matches) > 0) {
                create(matches.stream()
                        .map(location -> moved(location.target(), from, to))
                        .collect(Collectors.toCollection(LinkedHashSet::new)));
            }
            count += matches.size();
        }
        return count;
    }

    private static boolean hasQuery(String url) {
        return url.indexOf('?') >= 0 || url.indexOf('#') >= 0;
    }

    private static String moved(String target, String from, String to) {
        var rest = target.substring(Math.min(from.length(), target.length())).replaceFirst("^/+", "");
        return rest.isEmpty() ? to : to.replaceFirst("/+$", "") + "/" + rest;
    }
}
