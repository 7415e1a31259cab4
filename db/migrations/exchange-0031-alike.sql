-- Whether a case that came with an import is one that was there: what somebody decided about each pair; the newest word holds.
create table exchange.alike (
  id uuid primary key, entry uuid not null, root uuid not null, other uuid not null,
  verdict text not null check (verdict in ('same', 'another', 'not-sure')), score int not null, reasons jsonb not null, by_name text not null,
  recorded_at timestamptz(3) not null, recorded_by uuid
);
comment on table exchange.alike is 'covered: what somebody decided about a case that came and one that was there, and how much the two had in common then';
create index alike_root on exchange.alike (root, id desc);
create index alike_other on exchange.alike (other, id desc);
