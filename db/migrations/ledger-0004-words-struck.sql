-- A name that stands in a sentence of a record is struck out by order of law: the row stays, other words stand in it, and the entry that
-- says so holds the digest of the row as it then is (src/ledger/format.md, 2). Besides lawful destruction the one way a covered row changes.
create or replace function ledger.added_only() returns trigger language plpgsql as $$
begin
  if current_setting('custodia.destroying', true) = 'by-order' and tg_op = 'DELETE' then return old; end if;
  if current_setting('custodia.striking', true) = 'by-order' and tg_op = 'UPDATE' then return new; end if;
  raise exception 'Rows of %.% are only added to; a mistake is corrected by a new row', tg_table_schema, tg_table_name using errcode = '42501';
end $$;

create function ledger.strike_words(in_table text, in_id uuid, in_words jsonb) returns void language plpgsql security definer set search_path = pg_catalog as $$
declare name text; place text := format('%I.%I', split_part(in_table, '.', 1), split_part(in_table, '.', 2));
begin
  perform set_config('custodia.striking', 'by-order', true);
  for name in select jsonb_object_keys(in_words) loop
    execute format('update %s t set %I = (jsonb_populate_record(t, $2)).%I where t.id = $1', place, name, name) using in_id, in_words;
  end loop;
  perform set_config('custodia.striking', '', true);
end $$;
