-- A rule that somebody is writing, kept until it is proposed: found again at another desk, by the same person alone.
create table catalogue.draft (
  person uuid not null references identity.person deferrable initially deferred, section text not null, key text not null,
  version integer not null, words jsonb not null, kept_at timestamptz(3) not null,
  primary key (person, section, key)
);
comment on table catalogue.draft is 'kept: a change of a rule that one person is writing, until it is proposed or dropped';
