-- Who is told how a case goes beside its investigator: with a copy of what is issued, or told alone.
create table portal.follower (
  id uuid primary key, entry uuid not null, root uuid not null, person uuid not null references identity.person deferrable initially deferred,
  seq int not null, follows text not null check (follows in ('copy','informed','not')),
  recorded_at timestamptz(3) not null, recorded_by uuid not null,
  constraint portal_follower_order unique (root, person, seq)
);
comment on table portal.follower is 'covered: who is told how a case goes, and whether they also take its certificates; the newest of a person holds';
