-- What law orders reaches the records of the modules alone: never the ledger's own tables, nor accounts, nor what others keep.
create function ledger.must_be_record(in_table text) returns void language plpgsql stable set search_path = pg_catalog as $$
begin
  if split_part(in_table, '.', 1) = 'ledger' or coalesce(obj_description(to_regclass(in_table), 'pg_class'), '') not like 'covered:%' then
    raise exception '% is not a table of records', in_table using errcode = '42501';
  end if;
end $$;

create or replace function ledger.destroy_row(in_table text, in_id uuid, in_entry uuid) returns void language plpgsql security definer set search_path = pg_catalog as $$
begin
  perform ledger.must_be_record(in_table);
  insert into ledger.destroyed (table_name, row_id, entry) values (in_table, in_id, in_entry);
  perform set_config('custodia.destroying', 'by-order', true);
  execute format('delete from %I.%I where id = $1', split_part(in_table, '.', 1), split_part(in_table, '.', 2)) using in_id;
  perform set_config('custodia.destroying', '', true);
end $$;

create or replace function ledger.strike_words(in_table text, in_id uuid, in_words jsonb) returns void language plpgsql security definer set search_path = pg_catalog as $$
declare name text; place text := format('%I.%I', split_part(in_table, '.', 1), split_part(in_table, '.', 2));
begin
  perform ledger.must_be_record(in_table);
  perform set_config('custodia.striking', 'by-order', true);
  for name in select jsonb_object_keys(in_words) loop
    execute format('update %s t set %I = (jsonb_populate_record(t, $2)).%I where t.id = $1', place, name, name) using in_id, in_words;
  end loop;
  perform set_config('custodia.striking', '', true);
end $$;
