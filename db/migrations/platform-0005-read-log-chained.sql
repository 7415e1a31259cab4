-- Who saw what is added to and never changed: each person's reads are a chain (sequence, hash over the one before), its ends are anchored in the
-- ledger (platform.read_seal), and the application may add to it through one function only.
alter table platform.read_log add column seq int, add column hash bytea;

-- What src/ledger/walk-reads.ts computes again: SHA-256 over the JSON array of all this, instants as UTC with milliseconds.
create function platform.read_hash(before bytea, n int, at timestamptz, who uuid, what text, of_root uuid, about text, why text) returns bytea
  language sql immutable set search_path = pg_catalog as $$
  select sha256(convert_to(jsonb_build_array(coalesce(encode(before, 'hex'), ''), n, to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), who, what, of_root, about, why)::text, 'UTF8'))
$$;

do $$
declare r record; before bytea; n int := 0; whose uuid;
begin
  for r in select * from platform.read_log order by person, id loop
    if whose is distinct from r.person then before := null; n := 0; whose := r.person; end if;
    n := n + 1;
    before := platform.read_hash(before, n, r.read_at, r.person, r.operation, r.root, r.subject, r.reason);
    update platform.read_log set seq = n, hash = before where id = r.id;
  end loop;
end $$;

alter table platform.read_log alter column seq set not null, alter column hash set not null;
alter table platform.read_log add constraint read_log_chain unique (person, seq);
comment on table platform.read_log is 'chained: who saw what that is sensitive; written before the answer leaves, only added to, its ends anchored in the ledger';

create function platform.log_reads(at timestamptz, who uuid, what text, roots uuid[], why text) returns void
  language plpgsql security definer set search_path = pg_catalog as $$
declare before bytea; n int; one uuid;
begin
  perform pg_advisory_xact_lock(hashtextextended('read:' || who::text, 0));
  select l.seq, l.hash into n, before from platform.read_log l where l.person = who order by l.seq desc limit 1;
  n := coalesce(n, 0);
  foreach one in array roots loop
    n := n + 1;
    before := platform.read_hash(before, n, at, who, what, one, null, why);
    insert into platform.read_log (read_at, person, operation, root, reason, seq, hash) values (at, who, what, one, why, n, before);
  end loop;
end $$;

create function platform.only_added_to() returns trigger language plpgsql as $$
begin
  raise exception 'Rows of %.% are only added to', tg_table_schema, tg_table_name using errcode = '42501';
end $$;
create trigger added_only before update or delete on platform.read_log for each row execute function platform.only_added_to();
create trigger never_emptied before truncate on platform.read_log for each statement execute function platform.only_added_to();
do $$ begin
  if exists (select 1 from pg_roles where rolname = 'custodia_app') then
    revoke insert, update, delete on platform.read_log from custodia_app;
  end if;
end $$;

create table platform.read_seal (
  id uuid primary key, entry uuid not null, people uuid[] not null, seqs int[] not null, hashes text[] not null,
  recorded_at timestamptz(3) not null, recorded_by uuid
);
comment on table platform.read_seal is 'covered: where the reads of each person had come to; of each who read since the last, in the order of people';
create table platform.read_head (person uuid primary key, seq int not null, hash text not null);
comment on table platform.read_head is 'derived: the last anchored read of each person';
