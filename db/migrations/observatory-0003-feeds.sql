-- Records that leave under an agreement: who receives what, what was told last, and who took which file when.
create table observatory.feed (
  id uuid primary key, entry uuid not null, number int not null constraint observatory_feed_number unique,
  agency uuid not null, agreement uuid not null, dataset text not null check (dataset in ('victims', 'deaths')), since text not null, day int not null check (day between 1 and 28),
  purpose text not null, legal_basis text not null,
  recorded_at timestamptz(3) not null, recorded_by uuid
);
comment on table observatory.feed is 'covered: which agency receives records of victims or deaths each month, for what, under which agreement and law';

create table observatory.feed_step (
  id uuid primary key, entry uuid not null, feed uuid not null references observatory.feed deferrable initially deferred, seq int not null,
  kind text not null check (kind in ('approved', 'ended')), words text,
  recorded_at timestamptz(3) not null, recorded_by uuid,
  constraint observatory_feed_order unique (feed, seq)
);
comment on table observatory.feed_step is 'covered: approved by another person, ended; the newest holds';

create table observatory.feed_batch (
  id uuid primary key, entry uuid not null, feed uuid not null references observatory.feed deferrable initially deferred, no int not null,
  month text not null, as_of timestamptz(3) not null, policy jsonb not null, boundaries text not null, file text not null,
  records int not null, fresh int not null, revised int not null, withdrawn int not null, held int not null,
  recorded_at timestamptz(3) not null, recorded_by uuid,
  constraint observatory_feed_batch_order unique (feed, no)
);
comment on table observatory.feed_batch is 'covered: what a feed told in a month: its file by hash, the policy, how many records were new, revised, withdrawn and held back';

create table observatory.feed_record (
  feed uuid not null, key text not null, revision int not null, body jsonb not null, gone boolean not null,
  primary key (feed, key)
);
comment on table observatory.feed_record is 'kept: each record as it was last told to a feed; what was told in which month stands in the file of the batch';

create table observatory.share (
  id uuid primary key, entry uuid not null, batch uuid not null references observatory.feed_batch deferrable initially deferred,
  agency uuid not null, agreement uuid not null, legal_basis text not null, form text not null, file text not null, sealed_for text, way text not null check (way in ('pull', 'medium')),
  taken_name text not null,
  recorded_at timestamptz(3) not null, recorded_by uuid
);
comment on table observatory.share is 'covered: each file of records that was taken: by whom, in which form, under which agreement and legal basis';
create index share_batch on observatory.share (batch);
