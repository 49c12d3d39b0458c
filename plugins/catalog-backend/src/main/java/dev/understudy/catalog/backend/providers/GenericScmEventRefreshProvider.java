// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.backend.providers;

import dev.understudy.backend.database.Sql;
import dev.understudy.catalog.backend.database.RefreshKey;
import dev.understudy.catalog.backend.database.TextSet;
import dev.understudy.catalog.model.EntityAnnotations;
import dev.understudy.catalog.node.CatalogScmEvent;
import dev.understudy.catalog.node.CatalogScmEventsService;
import dev.understudy.catalog.node.EntityProvider;
import dev.understudy.catalog.node.EntityProviderConnection;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Provides nothing, but refreshes what came from files and repositories that changed. Backstage counterpart of the same
 * name.
 */
public final class GenericScmEventRefreshProvider implements EntityProvider {
    private static final Pattern QUERY_OR_FRAGMENT = Pattern.compile("[?#]");
    private static final String LOCATIONS = "key in ('metadata.annotations." + EntityAnnotations.LOCATION
            + "', 'metadata.annotations." + EntityAnnotations.ORIGIN_LOCATION + "')";

    private final Sql sql;
    private final CatalogScmEventsService events;
    private final ScmEventHandling handling;

    public GenericScmEventRefreshProvider(Sql sql, CatalogScmEventsService events, ScmEventHandling handling) {
        this.sql = sql;
        this.events = events;
        this.handling = handling;
    }

    @Override
    public String name() {
        return "GenericScmEventRefreshProvider";
    }

    @Override
    public void connect(EntityProviderConnection connection) {
        if (handling.refresh()) {
            events.subscribe(happened -> refresh(happened, connection));
        }
    }

    private void refresh(List<CatalogScmEvent> happened, EntityProviderConnection connection) {
        var files = new LinkedHashSet<String>();
        var repositories = new LinkedHashSet<String>();
        for (var event : happened) {
            if (event instanceof CatalogScmEvent.LocationUpdated(var url, var _)) {
                files.add(url);
            } else if (event instanceof CatalogScmEvent.RepositoryUpdated(var url, var _)
                    && !QUERY_OR_FRAGMENT.matcher(url).find()) {
                repositories.add(url.replaceFirst("/*$", "/"));
            }
        }
        var count = refreshExactly(variations(files)) + refreshBelow(variations(repositories));
        if (count > 0) {
            // makes the engine look
            connection.refresh(List.of());
        }
        events.markEventActionTaken("refresh", count);
    }

    /** A file is known by the URL that shows it, but some hosts show it as if it were a folder. */
    private static Set<String> variations(Collection<String> urls) {
        var variations = new LinkedHashSet<String>();
        for (var url : urls) {
            variations.add("url:" + url);
            variations.add("url:" + url.replaceFirst("/blob/", "/tree/"));
        }
        return variations;
    }

    private int refreshExactly(Set<String> locations) {
        if (locations.isEmpty()) {
            return 0;
        }
        return sql.update(
                update(TextSet.contains(sql, "key"), TextSet.contains(sql, "value")),
                TextSet.parameter(
                        sql, locations.stream().map(RefreshKey::stored).toList()),
                TextSet.parameter(
                        sql,
                        locations.stream()
                                .map(GenericScmEventRefreshProvider::searchable)
                                .toList()));
    }

    private int refreshBelow(Set<String> prefixes) {
        if (prefixes.isEmpty()) {
            return 0;
        }
        var parameters = new ArrayList<Object>();
        prefixes.forEach(prefix -> parameters.add(pattern(prefix)));
        prefixes.forEach(prefix -> parameters.add(pattern(searchable(prefix))));
        return sql.update(
                update(anyLike("key", prefixes.size()), anyLike("value", prefixes.size())), parameters.toArray());
    }

    private static String update(String keyCondition, String valueCondition) {
        return "update refresh_state set next_update_at = CURRENT_TIMESTAMP where entity_id in"
                + " (select entity_id from refresh_keys where " + keyCondition
                + " union select entity_id from search where " + LOCATIONS + " and " + valueCondition + ")";
    }

    private static String anyLike(String column, int count) {
        return Collections.nCopies(count, column + " like ? escape '\\'").stream()
                .collect(Collectors.joining(" or ", "(", ")"));
    }

    private static String pattern(String prefix) {
        return prefix.replaceAll("[\\\\%_]", "\\\\$0") + "%";
    }

    /** Searchable values are stored in lower case. */
    private static String searchable(String location) {
        return location.toLowerCase(Locale.ROOT);
    }
}
