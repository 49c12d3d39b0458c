// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.backend.providers;

import dev.understudy.backend.database.RowMapper;
import dev.understudy.backend.database.Sql;
import dev.understudy.backend.plugin.api.service.DatabaseDialect;
import dev.understudy.catalog.backend.database.TextSet;
import dev.understudy.catalog.common.LocationSpec;
import dev.understudy.catalog.node.LocationEntities;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The table of registered locations, by one connection or many. */
record RegisteredLocations(Sql sql) {
    private static final String SELECT =
            "select cast(id as text), type, target, location_entity_ref from locations where type <> 'bootstrap'";
    private static final String BY_ID = "cast(id as text) = ?";
    private static final RowMapper<Location> LOCATION =
            row -> new Location(row.getString(1), row.getString(2), row.getString(3), row.getString(4));

    /** A location that is not registered yet. */
    static Location create(String type, String target) {
        return new Location(
                UUID.randomUUID().toString(), type, target, LocationEntities.ref(new LocationSpec(type, target)));
    }

    List<Location> all() {
        return sql.query(SELECT, LOCATION);
    }

    Optional<Location> byId(String id) {
        return sql.one(SELECT + " and " + BY_ID, LOCATION, id);
    }

    Optional<Location> find(String type, String target) {
        return sql.one(SELECT + " and type = ? and target = ?", LOCATION, type, target);
    }

    /** Those that are read from one of the URLs. */
    List<Location> ofUrls(Collection<String> urls) {
        return sql.query(
                SELECT + " and type = 'url' and " + TextSet.contains(sql, "target"),
                LOCATION,
                TextSet.parameter(sql, urls));
    }

    /** Those that are read from URLs which contain the texts. */
    List<Location> ofUrlsContaining(String first, String second) {
        return sql.query(
                SELECT + " and type = 'url' and target like ? escape '\\' and target like ? escape '\\'",
                LOCATION,
                containing(first),
                containing(second));
    }

    private static String containing(String text) {
        return "%" + text.replaceAll("[\\\\%_]", "\\\\$0") + "%";
    }

    void insert(Location location) {
        var id = sql.dialect() == DatabaseDialect.POSTGRESQL ? "?::uuid" : "?";
        sql.update(
                "insert into locations (id, type, target, location_entity_ref) values (" + id + ", ?, ?, ?)",
                location.id(),
                location.type(),
                location.target(),
                location.entityRef());
    }

    boolean update(String id, String type, String target) {
        return sql.update("update locations set type = ?, target = ? where " + BY_ID, type, target, id) > 0;
    }

    void delete(Collection<Location> locations) {
        var ids = locations.stream().map(Location::id).toList();
        sql.update(
                "delete from locations where " + TextSet.contains(sql, "cast(id as text)"),
                TextSet.parameter(sql, ids));
    }
}
