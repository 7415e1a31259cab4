-- Paper files as their index says them, in versions like incidents: shown apart from what was recorded as a case, with how sure each is.
create table observatory.paper (
  file uuid not null, root uuid not null, revision int not null, from_at timestamptz(3) not null, until_at timestamptz(3),
  counted boolean not null, noise int not null,
  year text not null, quarter text not null, month text not null, district text not null,
  offence text not null, iccs text not null, section text not null, manner text not null, means text not null,
  confidence text not null check (confidence in ('keyed-twice', 'third-decided', 'corrected', 'not-applicable')), accepted text not null, linked text not null,
  primary key (file, revision)
);
comment on table observatory.paper is 'kept: each paper file and what its keyed index says of what happened, as known from an instant until another; computed again from the covered rows of archive and cases';
create index paper_root on observatory.paper (root);
create index paper_now on observatory.paper (year) where until_at is null and counted;
-- What was keyed before is taken in too: the sums follow the log from its beginning once more.
delete from ledger.reaction_cursor where name = 'observatory.keep-sums-up';
