-- What the police keep in a digital evidence platform: the platforms that were agreed, and per case what each says that it holds there.
create table exchange.platform (
  id uuid primary key, entry uuid not null, platform uuid not null, seq int not null, code text not null,
  agency uuid not null references identity.agency deferrable initially deferred, agreement uuid not null, name text not null, form text not null,
  recorded_at timestamptz(3) not null, recorded_by uuid,
  constraint exchange_platform_order unique (platform, seq), constraint exchange_platform_code unique (code, seq)
);
comment on table exchange.platform is 'covered: where an agency keeps its recordings and the form of the address of a page there, version by version; a version holds once another person approved it';

create table exchange.platform_step (
  id uuid primary key, entry uuid not null, platform uuid not null, version uuid not null references exchange.platform deferrable initially deferred, seq int not null,
  kind text not null check (kind in ('approved', 'ended')), words text,
  recorded_at timestamptz(3) not null, recorded_by uuid,
  constraint exchange_platform_step_order unique (platform, seq)
);
comment on table exchange.platform_step is 'covered: a version of a platform approved by another person, or the platform ended; the newest holds';

create table exchange.recording (
  id uuid primary key, entry uuid not null, recording uuid not null, root uuid not null, seq int not null, corrects uuid references exchange.recording deferrable initially deferred,
  platform uuid not null, number text not null, page text, kind text not null, state text not null check (state in ('held', 'withdrawn')),
  taken_at timestamptz(3), taken_on text, seconds int, size bigint, stated_digest text, kept_until text,
  came text not null check (came in ('person', 'wire')), said_digest text, vault uuid, commitment text,
  recorded_at timestamptz(3) not null, recorded_by uuid,
  constraint exchange_recording_order unique (recording, seq), constraint exchange_recording_once unique (platform, number, root, seq)
);
comment on table exchange.recording is 'covered: what a platform holds of a case, as somebody or the platform said it, word by word; the newest holds. Title, device, people and words stand in the vault';
create index recording_root on exchange.recording (root);

create table exchange.recording_copy (
  id uuid primary key, entry uuid not null, recording uuid not null, root uuid not null, word uuid not null references exchange.recording deferrable initially deferred,
  file text not null, file_name text not null, size bigint not null, document uuid, item uuid, stated_digest text, equal boolean,
  recorded_at timestamptz(3) not null, recorded_by uuid
);
comment on table exchange.recording_copy is 'covered: a copy that somebody brought, and what the platform had stated when it was compared';
create index recording_copy_of on exchange.recording_copy (recording);

-- What a platform sends of a case whose number nobody understands waits in the inbox of cases that were sent.
alter table exchange.arrival add column sort text check (sort in ('recording'));
