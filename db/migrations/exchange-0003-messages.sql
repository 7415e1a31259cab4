-- Messages with partners about a death: what came and what left, with the file as it was and what this house understood of it.
create table exchange.message (
  id uuid primary key, entry uuid not null, root uuid not null,
  direction text not null check (direction in ('in', 'out')), kind text not null check (kind in ('toxicology', 'death-document')),
  about text not null, file text not null, file_name text not null, number text, state text, sender text,
  found_by text not null check (found_by in ('number', 'person')), content jsonb, written jsonb, not_understood text[] not null, notes jsonb not null,
  recorded_at timestamptz(3) not null, recorded_by uuid,
  constraint exchange_message_once unique (root, direction, file)
);
comment on table exchange.message is 'covered: messages about a death: the file by its SHA-256, what was understood of it, and by their paths the parts that were not';
create index message_newest on exchange.message (recorded_at desc);
