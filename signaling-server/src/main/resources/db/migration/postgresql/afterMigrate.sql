-- Run by the tables' owner after the migrations of each start; what is as it should be is left alone.
do $$
declare
    made record;
begin
    -- The application works with the tables, and can neither change nor own them.
    for made in
        select c.oid::regclass as name from pg_class c
        where c.relnamespace = current_schema()::regnamespace and c.relkind = 'r'
          and c.relname <> 'flyway_schema_history'
          and not has_table_privilege('${application}', c.oid, 'delete')
    loop
        execute format('grant select, insert, update, delete on %s to %I', made.name, '${application}');
    end loop;

    -- Of a table of companies a transaction sees and changes the rows of the company that it names, or, where it
    -- names a work of the provider's, all. One that names nothing sees none. The owner is no exception. The
    -- settings are selected so that they are read once a statement; rows_of_scope, as earlier versions made it, read
    -- them for each row.
    for made in
        select c.oid::regclass as name from pg_class c
        join pg_attribute a on a.attrelid = c.oid and a.attname = 'company_id' and not a.attisdropped
        where c.relnamespace = current_schema()::regnamespace and c.relkind = 'r'
          and not (c.relrowsecurity and c.relforcerowsecurity
              and exists (select from pg_policy p where p.polrelid = c.oid and p.polname = 'rows_of_one_scope'))
    loop
        execute format('alter table %s enable row level security, force row level security', made.name);
        execute format('drop policy if exists rows_of_scope on %s', made.name);
        execute format('drop policy if exists rows_of_one_scope on %s', made.name);
        execute format('create policy rows_of_one_scope on %s using '
            '(company_id = (select current_setting(''sonnerie.company'', true)) '
            'or (select current_setting(''sonnerie.provider'', true)) <> '''')', made.name);
    end loop;
end
$$;
