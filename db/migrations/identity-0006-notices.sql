-- What people are told in the product: that something waits for them and where, never what it is.
create table identity.notice (
  id uuid primary key, person uuid not null references identity.person deferrable initially deferred,
  kind text not null, subject text not null, root uuid, path text not null check (path ~ '^/'),
  made_at timestamptz(3) not null, put_away_at timestamptz(3)
);
create index notice_person on identity.notice (person, made_at desc, id desc);
create index notice_waits on identity.notice (person) where put_away_at is null;
comment on table identity.notice is 'kept: what somebody was told: a kind, a page and a subject; shown while they may see what it hangs on';

create table identity.notice_choice (
  person uuid not null references identity.person deferrable initially deferred, kind text not null, mail boolean not null,
  primary key (person, kind)
);
comment on table identity.notice_choice is 'kept: of which notices somebody wants no mail; without a row, mail goes where an address is known';
