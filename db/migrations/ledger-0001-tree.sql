-- The ledger: entries, the head of each subject's chain, positions in the tree, checkpoints. See src/ledger/format.md.
create schema ledger;

create table ledger.entry (
  no bigint generated always as identity primary key,
  id uuid not null unique,
  action text not null,
  subject text not null,
  seq int not null check (seq > 0),
  root uuid,
  actor_kind text not null check (actor_kind in ('person','system','migration','support')),
  actor_id uuid,
  act uuid not null,
  occurred_at timestamptz(3) not null,
  recorded_at timestamptz(3) not null,
  leaf bytea not null,
  hash bytea not null check (length(hash) = 32),
  constraint ledger_entry_no_fork unique (subject, seq)
);
comment on table ledger.entry is 'covered: one row per entry; leaf holds the bytes exactly as hashed';
create index entry_by_root on ledger.entry (root, no) where root is not null;
create index entry_by_action on ledger.entry (action, no);
create index entry_by_act on ledger.entry (act);

create table ledger.head (
  subject text primary key,
  seq int not null,
  hash bytea
);
comment on table ledger.head is 'derived: the last entry of each subject; the row that is locked before anybody decides';

create table ledger.pending (no bigint primary key);
comment on table ledger.pending is 'kept: entries that have no position yet; emptied by the sequencer';

create table ledger.leaf (
  position bigint primary key,
  entry_no bigint not null unique references ledger.entry (no),
  hash bytea not null,
  nodes bytea not null
);
comment on table ledger.leaf is 'covered: positions in the tree; nodes = the hashes of the subtrees that this leaf completes';

create table ledger.checkpoint (
  size bigint not null,
  origin text not null,
  root bytea not null,
  note text not null,
  made_at timestamptz(3) not null,
  primary key (origin, size)
);
comment on table ledger.checkpoint is 'covered: signed tree heads (C2SP tlog-checkpoint)';

create table ledger.destroyed (
  table_name text not null,
  row_id uuid not null,
  entry uuid not null,
  primary key (table_name, row_id)
);
comment on table ledger.destroyed is 'covered: rows destroyed by order of law, and the entry that says so';

create table ledger.vault (
  id uuid primary key,
  root uuid,
  salt bytea not null,
  value jsonb not null
);
comment on table ledger.vault is 'kept: personal values; other rows and leaves hold only id and commitment (SHA-256 of salt and canonical JSON)';
create index vault_by_root on ledger.vault (root);

-- Whoever changes a covered row is stopped, the owner too; a superuser who switches this off is found by verification.
create function ledger.added_only() returns trigger language plpgsql as $$
begin
  if current_setting('custodia.destroying', true) = 'by-order' and tg_op = 'DELETE' then return old; end if;
  raise exception 'Rows of %.% are only added to; a mistake is corrected by a new row', tg_table_schema, tg_table_name using errcode = '42501';
end $$;

-- Lawful destruction (house.md, idea 5): the one way a covered row leaves, and it leaves its name behind.
create function ledger.destroy_row(in_table text, in_id uuid, in_entry uuid) returns void language plpgsql security definer set search_path = pg_catalog as $$
begin
  insert into ledger.destroyed (table_name, row_id, entry) values (in_table, in_id, in_entry);
  perform set_config('custodia.destroying', 'by-order', true);
  execute format('delete from %I.%I where id = $1', split_part(in_table, '.', 1), split_part(in_table, '.', 2)) using in_id;
  perform set_config('custodia.destroying', '', true);
end $$;
