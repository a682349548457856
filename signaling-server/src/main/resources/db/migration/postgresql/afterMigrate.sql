-- Run by the tables' owner after the migrations of each start; what is as it should be is left alone. The
-- application works with the tables, and can neither change nor own them.
do $$
declare
    made record;
begin
    for made in
        select c.oid::regclass as name from pg_class c
        where c.relnamespace = current_schema()::regnamespace and c.relkind = 'r'
          and c.relname <> 'flyway_schema_history'
          and not has_table_privilege('${application}', c.oid, 'delete')
    loop
        execute format('grant select, insert, update, delete on %s to %I', made.name, '${application}');
    end loop;
end
$$;
