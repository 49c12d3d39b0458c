-- what there is to know about the catalog's schema, one line a fact
select type || ' ' || name || ' ' || tbl_name || ' ' || coalesce(sql, '') from sqlite_master
where tbl_name not like 'knex%' and tbl_name not like 'backstage_backend%' and name <> 'sqlite_sequence'
order by 1
