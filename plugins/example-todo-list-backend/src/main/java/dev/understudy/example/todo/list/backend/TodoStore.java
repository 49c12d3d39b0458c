// SPDX-License-Identifier: Apache-2.0
package dev.understudy.example.todo.list.backend;

import dev.understudy.backend.database.KnexMigrator;
import dev.understudy.backend.database.Migration;
import dev.understudy.backend.database.RowMapper;
import dev.understudy.backend.database.Sql;
import dev.understudy.backend.plugin.api.service.DatabaseService;
import java.util.List;
import java.util.Optional;

final class TodoStore {
    private static final List<Migration> MIGRATIONS = List.of(Migration.sql(
            "20261122000000_init",
            "create table todos (id integer primary key, title text not null, created_by text not null)",
            "create table todos (id bigserial primary key, title text not null, created_by text not null)"));
    private static final RowMapper<Todo> TODO =
            row -> new Todo(row.getLong("id"), row.getString("title"), row.getString("created_by"));

    private final Sql writing;
    private final Sql reading;

    private TodoStore(Sql writing, Sql reading) {
        this.writing = writing;
        this.reading = reading;
    }

    static TodoStore create(DatabaseService database) {
        KnexMigrator.create(database, MIGRATIONS).latest();
        return new TodoStore(Sql.writing(database), Sql.reading(database));
    }

    Todo add(String title, String createdBy) {
        return writing.one("insert into todos (title, created_by) values (?, ?) returning *", TODO, title, createdBy)
                .orElseThrow();
    }

    List<Todo> list() {
        return reading.query("select * from todos order by id", TODO);
    }

    Optional<Todo> byId(long id) {
        return reading.one("select * from todos where id = ?", TODO, id);
    }
}
