-- what there is to know about the catalog's schema, one line a fact
with own as (
  select c.oid, c.relname, c.relkind, c.reloptions from pg_class c join pg_namespace n on n.oid = c.relnamespace
  where n.nspname = current_schema() and c.relkind in ('r', 'v', 'S')
    and c.relname not like 'knex%' and c.relname not like 'backstage_backend%'
)
select 'relation ' || relkind::text || ' ' || relname || ' ' || coalesce(array_to_string(reloptions, ','), '') from own
union all
select 'column ' || relname || '.' || attname || ' ' || format_type(atttypid, atttypmod)
    || case when attnotnull then ' not null' else '' end
    || coalesce(' default ' || pg_get_expr(d.adbin, d.adrelid), '')
    || coalesce(' -- ' || col_description(own.oid, attnum), '')
  from own join pg_attribute a on a.attrelid = own.oid left join pg_attrdef d on d.adrelid = own.oid and d.adnum = attnum
  where attnum > 0 and not attisdropped
union all
select 'comment ' || relname || ' ' || obj_description(oid, 'pg_class') from own where obj_description(oid, 'pg_class') is not null
union all
select 'index ' || indexname || ' ' || replace(indexdef, current_schema() || '.', '') from pg_indexes
  where schemaname = current_schema() and tablename in (select relname from own)
union all
select 'constraint ' || conname || ' ' || relname || ' ' || pg_get_constraintdef(k.oid)
  from pg_constraint k join own on own.oid = k.conrelid where contype in ('p', 'u', 'f', 'c')
union all
select 'statistics ' || stxname || ' ' || relname || ' ' || stxkind::text || ' ' || stxkeys::text
  from pg_statistic_ext join own on own.oid = stxrelid
union all
select 'n_distinct ' || relname || '.' || attname || ' ' || option
  from own join pg_attribute on attrelid = own.oid, unnest(attoptions) as option where option like 'n_distinct%'
order by 1
