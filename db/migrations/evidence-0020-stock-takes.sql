-- Stores counted: what should stand where when a count began, every scan, who counted a second time, what differed and what was answered.
create table evidence.stock_take (
  id uuid primary key, entry uuid not null,
  number text not null constraint evidence_stock_take_number unique,
  place uuid not null references evidence.location deferrable initially deferred, place_name text not null, unit uuid not null,
  mode text not null check (mode in ('whole','sample')), share int not null check (share between 1 and 100), blind boolean not null,
  expected int not null, to_count int not null, head text not null, chance text not null check (chance ~ '^[0-9a-f]{64}$'),
  at timestamptz(3) not null, by_name text not null, words text,
  recorded_at timestamptz(3) not null, recorded_by uuid
);
comment on table evidence.stock_take is 'covered: a count of a place and all beneath it; head and chance are what a sample was drawn with, so that anybody can draw it again';
create index stock_take_newest on evidence.stock_take (recorded_at desc, id desc);

create table evidence.stock_expected (
  id uuid primary key, entry uuid not null, stock_take uuid not null references evidence.stock_take deferrable initially deferred,
  place uuid not null references evidence.location deferrable initially deferred, things uuid[] not null, to_count uuid[] not null,
  recorded_at timestamptz(3) not null, recorded_by uuid,
  constraint evidence_stock_place_once unique (stock_take, place)
);
comment on table evidence.stock_expected is 'covered: what stood in a place by the record when the count began, and which of it is to be counted; what is packed counts with its container';

create table evidence.stock_scan (
  id uuid primary key, entry uuid not null, stock_take uuid not null references evidence.stock_take deferrable initially deferred,
  round int not null check (round in (1, 2)), place uuid not null references evidence.location deferrable initially deferred,
  thing uuid references evidence.thing deferrable initially deferred, root uuid, text text, seal text, seal_fits boolean,
  verdict text not null check (verdict in ('place','right','misplaced','extra','duplicate','not-ours','seal-differs')),
  at timestamptz(3) not null, by_name text not null,
  recorded_at timestamptz(3) not null, recorded_by uuid
);
comment on table evidence.stock_scan is 'covered: every scan of a count, with what it meant when it came in; a scan of the door alone says that the place was counted';
create index stock_scan_thing on evidence.stock_scan (stock_take, thing) where thing is not null;
create index stock_scan_place on evidence.stock_scan (stock_take, place);

create table evidence.stock_difference (
  id uuid primary key, entry uuid not null, stock_take uuid not null references evidence.stock_take deferrable initially deferred,
  kind text not null check (kind in ('missing','misplaced','extra','duplicate','not-ours','seal-differs','not-counted')),
  thing uuid references evidence.thing deferrable initially deferred, root uuid, text text, seal text,
  expected_place uuid references evidence.location deferrable initially deferred, found_place uuid references evidence.location deferrable initially deferred,
  twice boolean not null, answer text not null check (answer in ('open','explained','reported-missing')), words text,
  recorded_at timestamptz(3) not null, recorded_by uuid
);
comment on table evidence.stock_difference is 'covered: what did not agree when a count was closed, whether a second person looked too, and what was answered';
create index stock_difference_take on evidence.stock_difference (stock_take, kind);
create index stock_difference_thing on evidence.stock_difference (thing) where thing is not null;

create table evidence.stock_take_end (
  id uuid primary key, entry uuid not null,
  stock_take uuid not null constraint evidence_stock_take_ended_once unique references evidence.stock_take deferrable initially deferred,
  sums jsonb not null, at timestamptz(3) not null, by_name text not null, words text, unfinished text,
  recorded_at timestamptz(3) not null, recorded_by uuid
);
comment on table evidence.stock_take_end is 'covered: the reconciliation that a person signed: how many were right, missing, misplaced, and why it was closed unfinished where it was';
